using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>The gateway's table of routes is true: every one leads to an operation, and every operation of a service is led to.</summary>
[Collection(Surface.Shared)]
public sealed class RouteTests(Surface surface)
{
    static readonly JsonObject Routes = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Services.ProjectFolder(Services.Gateway), "appsettings.json"))
    )!["ReverseProxy"]!["Routes"]!.AsObject();

    [Fact]
    public async Task Every_route_leads_to_an_operation_of_its_service()
    {
        var wrong = new List<string>();
        foreach (var (name, route) in Routes)
        {
            var prefix = route!["Match"]!["Path"]!.GetValue<string>().Split("/{**")[0];
            var paths = await PathsOf(route["ClusterId"]!.GetValue<string>());
            if (!paths.Any(x => x == prefix || x.StartsWith($"{prefix}/", StringComparison.Ordinal)))
                wrong.Add($"{name} leads to {prefix} of {route["ClusterId"]}, where nothing is");
        }
        Surface.None(wrong);
    }

    [Fact]
    public async Task Every_operation_of_a_service_is_in_the_gateways_document()
    {
        var wrong = new List<string>();
        foreach (var service in Services.All)
            wrong.AddRange(
                (await PathsOf(service)).Where(path => surface.Document.All.All(x => x.Path != path)).Select(x => $"{service}: {x}")
            );
        Surface.None(wrong);
    }

    [Fact]
    public async Task A_method_that_a_path_does_not_take_is_405_with_those_that_it_takes()
    {
        var wrong = await Surface.Each(
            surface.Document.All.GroupBy(x => x.Path),
            async path =>
            {
                var taken = path.Select(x => x.Method.Method).ToHashSet();
                using var request = new HttpRequestMessage(
                    HttpMethod.Parse(new[] { "DELETE", "PATCH" }.First(x => !taken.Contains(x))),
                    path.First()
                        .InPath.Aggregate(
                            path.Key,
                            (written, x) => written.Replace($"{{{x.Name}}}", $"{x.Schema.Sample()}", StringComparison.Ordinal)
                        )
                );
                using var sent = await surface.Centre.Clerk.SendAsync(request);
                var answer = await Answer.Of(sent);
                return answer is { Status: 405 } && answer.NoProblem() is null && taken.IsSubsetOf(sent.Content.Headers.Allow)
                    ? null
                    : $"{request.Method} {path.Key}: {answer.Status} allowing {string.Join(' ', sent.Content.Headers.Allow)} {answer.Start}";
            }
        );
        Surface.None(wrong);
    }

    async Task<IReadOnlyList<string>> PathsOf(string service) =>
        [.. (await surface.Platform[service].Http.GetFromJsonAsync<JsonObject>("openapi.json"))!["paths"]!.AsObject().Select(x => x.Key)];
}
