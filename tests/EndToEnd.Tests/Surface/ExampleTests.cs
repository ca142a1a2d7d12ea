using System.Net.Http.Headers;
using System.Text;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>The document does not lie: what it shows works, and what comes back is what it says.</summary>
[Collection(Surface.Shared)]
public sealed class ExampleTests(Surface surface)
{
    readonly Subjects subjects = new(surface.Document);

    [Fact]
    public void Every_operation_with_a_body_shows_an_example_of_it() =>
        Surface.None([.. surface.Document.Operations.Where(x => x.Body is { Examples.Length: 0 }).Select(x => $"{x}")]);

    [Fact]
    public async Task Every_operation_works_as_its_example_shows_and_answers_as_the_document_says()
    {
        // What makes something comes before what works on it; and the examples of the makers are sent as they stand.
        var rounds = surface.Document.Operations.GroupBy(RoundOf).OrderBy(x => x.Key);
        var wrong = new List<string>();
        foreach (var round in rounds)
            wrong.AddRange(await Surface.Each(round, Try));
        Surface.None(wrong);
    }

    static int RoundOf(ApiOperation operation) =>
        Plan.First.Contains(operation.Id) ? 0
        : Plan.Last.Contains(operation.Id) ? 3
        : operation.InPath.Any() ? 2
        : 1;

    async Task<string?> Try(ApiOperation operation)
    {
        var call = await subjects.Ready(operation, surface.Centre);
        foreach (var example in operation.Body?.Examples.Select(call.With) ?? [call])
        {
            var answer = await example.Send(operation.Id == "issueToken" ? Client() : surface.Centre.Clerk);
            if (!answer.IsSuccess || !operation.Statuses.Contains(answer.Status))
                return $"{operation}: {answer.Status} {answer.Start}";
            if (!operation.Answers.TryGetValue(answer.Status, out var schema))
                continue;
            var faults = schema.Faults(answer.Json).Take(3).ToList();
            if (faults.Count > 0)
                return $"{operation} answers otherwise than the document says: {string.Join("; ", faults)}";
        }
        return null;
    }

    // RFC 6749, 2.3.1: the client's secret is nothing that a document could show.
    HttpClient Client()
    {
        var secret = $"{surface.Platform.Directory.ClientId}:{surface.Platform.Directory.ClientSecret}";
        return new()
        {
            BaseAddress = surface.Platform.Gateway.Address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))),
            },
        };
    }
}
