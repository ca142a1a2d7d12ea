using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;
using static DanVan.Directory.Tests.Slices.ReorganisationBodies;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Who may do what to a reorganisation, and what every call keeps to: versions, keys, the documentation.</summary>
[Collection<ReorganisationDirectory>]
public class ReorganisationAccessSlices(ReorganisationRunning running)
{
    readonly HttpClient root = running.As(RootUnit.Id);

    [Fact]
    public async Task A_neighbour_cannot_tell_that_it_exists_and_nothing_changes()
    {
        var (province, one, other) = await running.Province("12");
        var (neighbour, _, _) = await running.Province("14");
        var own = running.As(province);
        var id = (await own.Send(HttpMethod.Post, "/", Draft(Later, Merge(province, "12001", one, other))).Done()).Id();
        foreach (var unit in new[] { neighbour, one })
        {
            var stranger = running.As(unit);
            foreach (var (method, path, body) in Operations(id, one))
                Assert.Equal((path, 404), (path, (await stranger.Send(method, path, body)).Status));
            Assert.DoesNotContain(id, Ids(await stranger.Send(HttpMethod.Get, "/?limit=1000").Done()));
        }
        Assert.Equal(404, (await running.As(neighbour).Send(HttpMethod.Post, "/", Draft(Later, Rename(one)))).Status);
        Assert.Contains(id, Ids(await own.Send(HttpMethod.Get, "/?state=DRAFT&limit=1000").Done()));
        var read = await root.Send(HttpMethod.Get, $"/{id}").Done();
        Assert.Equal(("DRAFT", 1), (read.Text("state"), read.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task It_needs_a_token_and_its_own_scope()
    {
        var (_, one, _) = await running.Province("15");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one))).Done()).Id();
        var writer = running.Service.As(RootUnit.Id, "directory.read", "directory.write", "directory.admin");
        foreach (var (method, path, body) in Operations(id, one).Append((HttpMethod.Post, "/", Draft(Later, Rename(one)))))
        {
            Assert.Equal((path, 403), (path, (await writer.Send(method, path, body)).Status));
            Assert.Equal((path, 401), (path, (await running.Service.Http.Send(method, path, body)).Status));
        }
    }

    [Fact]
    public async Task A_change_names_the_version_that_was_read()
    {
        var (_, one, _) = await running.Province("17");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one))).Done()).Id();
        foreach (var (method, path, body) in Operations(id, one).Where(call => call.Method != HttpMethod.Get))
        {
            Assert.Equal((path, 412), (path, (await root.Send(method, path, body, ifMatch: "\"7\"")).Status));
            if (!path.EndsWith("/impact", StringComparison.Ordinal))
                Assert.Equal((path, 428), (path, (await root.Send(method, path, body, ifMatch: null)).Status));
        }
        using var read = await root.GetAsync($"{Place}/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Place}/{id}") { Headers = { IfNoneMatch = { read.Headers.ETag! } } };
        Assert.Equal(304, (int)(await root.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_same_draft_sent_twice_under_one_key_is_one_and_a_key_is_asked_for()
    {
        var (_, one, _) = await running.Province("19");
        var key = $"{Guid.CreateVersion7()}";
        var first = await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one)), key: key).Done();
        var second = await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one)), key: key).Done();
        Assert.Equal(first.Id(), second.Id());
        Assert.Equal(422, (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one, "Khác")), key: key)).Status);
        Assert.Equal(400, (await root.Post($"{Place}/", Draft(Later, Rename(one)))).Status);
    }

    [Fact]
    public async Task What_the_documentation_shows_can_be_sent()
    {
        var (_, document) = await running.Service.Http.Get("/openapi.json");
        var paths = document.GetProperty("paths");
        var id = (await root.Send(HttpMethod.Post, "/", Example("post", "/")).Done()).Id();
        await root.Send(HttpMethod.Put, $"/{id}", Example("put", "/{id}")).Done();
        await root.Send(HttpMethod.Post, $"/{id}/impact").Done();
        await Eventually.True(
            "the example of a signature to be taken",
            async () => (await root.Send(HttpMethod.Post, $"/{id}/signature", Example("post", "/{id}/signature"))).Status == 200
        );
        var (_, one, _) = await running.Province("20");
        var other = (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one))).Done()).Id();
        await root.Send(HttpMethod.Post, $"/{other}/withdrawal", Example("post", "/{id}/withdrawal")).Done();

        JsonElement Example(string method, string path) =>
            paths
                .GetProperty(
                    $"{Place}{path}".TrimEnd('/') is var trimmed && paths.TryGetProperty(trimmed, out _) ? trimmed : $"{Place}{path}"
                )
                .GetProperty(method)
                .GetProperty("requestBody")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("example");
    }

    static (HttpMethod Method, string Path, object? Body)[] Operations(Guid id, Guid unit) =>
        [
            (HttpMethod.Get, $"/{id}", null),
            (HttpMethod.Get, $"/{id}/impact", null),
            (HttpMethod.Get, $"/{id}/following", null),
            (HttpMethod.Put, $"/{id}", Draft(Later, Rename(unit))),
            (HttpMethod.Post, $"/{id}/impact", null),
            (HttpMethod.Post, $"/{id}/signature", Signature()),
            (HttpMethod.Post, $"/{id}/withdrawal", new { reason = "Thôi" }),
        ];

    static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(line => line.Id());
}
