using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Who fails at the token endpoint waits longer each time.</summary>
[Collection("directory of clients")]
public class ThrottleSlices(DirectoryRunning directory)
{
    string Login => directory.Platform.Directory.ClientId;
    string Secret => directory.Platform.Directory.ClientSecret;

    [Fact]
    public async Task A_thousand_wrong_secrets_are_slowed_down_everywhere_and_shut_out_nobody_else()
    {
        await using var replica = await directory.Service.Replica();
        await using var later = await directory.Service.Replica(new Dictionary<string, string> { ["Clock__Offset"] = "00:10:00" });
        var (guesser, answers) = (TokenRequests.NewAddress(), new List<TokenAnswer>());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
            {
                var answer = await (i % 2 == 0 ? directory.Service : replica).AskWithSecret(Login, $"wrong-{i}", guesser);
                lock (answers)
                    answers.Add(answer);
            }
        );
        Assert.All(answers, answer => Assert.True(answer.Status is 401 or 429, $"{answer.Status} {answer.Body}"));
        // Five are free, eight may be on their way when the first wait begins, and the waits double.
        Assert.InRange(answers.Count(answer => answer.Status == 401), 5, 40);
        Assert.All(answers.Where(answer => answer.Status == 429), answer => Assert.True(answer.RetryAfter >= TimeSpan.FromSeconds(1)));

        Assert.Equal(429, (await directory.Service.AskWithSecret(Login, Secret, guesser)).Status);
        Assert.Equal(429, (await replica.AskWithSecret(Login, Secret, guesser)).Status);
        Assert.Equal(200, (await directory.Service.AskWithSecret(Login, Secret)).Status);
        Assert.Equal(200, (await later.AskWithSecret(Login, Secret, guesser)).Status);
        Assert.Equal(200, (await directory.Service.AskWithSecret(Login, Secret, guesser)).Status);
    }

    [Fact]
    public async Task An_unknown_client_is_slowed_down_like_a_known_one()
    {
        var (known, unknown) = (await Twelve(Login), await Twelve("nobody-at-all"));
        Assert.Equal(known, unknown);
        Assert.Contains(known, answer => answer.StartsWith("429", StringComparison.Ordinal));

        async Task<List<string>> Twelve(string login)
        {
            var (from, answers) = (TokenRequests.NewAddress(), new List<string>());
            for (var i = 0; i < 12; i++)
            {
                var answer = await directory.Service.AskWithSecret(login, "wrong", from);
                answers.Add($"{answer.Status} {answer.Body}");
            }
            return answers;
        }
    }

    [Fact]
    public async Task Trying_many_clients_from_one_address_is_slow_too()
    {
        var (from, statuses) = (TokenRequests.NewAddress(), new List<int>());
        for (var i = 0; i < 110; i++)
            statuses.Add((await directory.Service.AskWithSecret($"client-{i}", "wrong", from)).Status);
        Assert.All(statuses.Take(100), status => Assert.Equal(401, status));
        Assert.Contains(429, statuses.Skip(100));
    }

    [Fact]
    public async Task A_client_that_gets_in_starts_over()
    {
        var from = TokenRequests.NewAddress();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                Assert.Equal(401, (await directory.Service.AskWithSecret(Login, "wrong", from)).Status);
            Assert.Equal(200, (await directory.Service.AskWithSecret(Login, Secret, from)).Status);
        }
    }

    [Fact]
    public async Task Only_a_gateway_is_believed_about_an_address()
    {
        await using var strict = await directory.Service.Replica(
            new Dictionary<string, string> { ["Tokens__Gateways__0"] = "203.0.113.0/24" }
        );
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
            statuses.Add((await strict.AskWithSecret($"client-of-nobody", "wrong")).Status);
        Assert.Contains(429, statuses);
    }

    [Fact]
    public async Task A_client_of_one_unit_sees_and_changes_nothing_of_another()
    {
        var (mine, neighbour) = (await directory.Province("36", "Mình"), await directory.Province("37", "Bên cạnh"));
        var (_, created) = await directory.Root.Post(
            "/api/v1/clients",
            new
            {
                name = "Chương trình của tỉnh",
                unitId = mine.Id(),
                scopes = new[] { "directory.read", "directory.write", "directory.admin" },
            }
        );
        var answer = await directory.Service.AskWithSecret(created.GetProperty("client").Text("clientId")!, created.Text("secret")!);
        using var client = directory.Service.WithToken(answer.Token);
        var unit = DirectoryRunning.Unit("DEPARTMENT", neighbour.Id(), "Sở");
        Assert.Equal(404, (await client.Post("/api/v1/units", unit)).Status);
        Assert.Equal(403, (await client.Post("/api/v1/directory/signing-keys", new { })).Status);
        var own = new
        {
            name = "x",
            unitId = neighbour.Id(),
            scopes = new[] { "directory.read" },
        };
        Assert.Equal(404, (await client.Post("/api/v1/clients", own)).Status);
        Assert.Equal(
            201,
            (
                await client.Post(
                    "/api/v1/clients",
                    new
                    {
                        own.name,
                        unitId = mine.Id(),
                        own.scopes,
                    }
                )
            ).Status
        );
        Assert.Equal(
            409,
            (
                await client.Post(
                    "/api/v1/clients",
                    new
                    {
                        own.name,
                        unitId = mine.Id(),
                        scopes = new[] { "petitions.read" },
                    }
                )
            ).Status
        );
    }
}
