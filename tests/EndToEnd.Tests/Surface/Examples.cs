using System.Net.Http.Headers;
using System.Text;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>Sends every example of the document once, as it stands, to a platform that nothing was entered into: of some things there is only one.</summary>
sealed class Examples(ApiDocument document, Place centre, TestPlatform platform)
{
    readonly Subjects subjects = new(document);

    /// <summary>What did not work, or was answered otherwise than the document says.</summary>
    public async Task<IReadOnlyList<string>> Send()
    {
        using var client = Client();
        var wrong = new List<string>();
        // What makes something comes before what works on it.
        foreach (var round in document.Shown.GroupBy(RoundOf).OrderBy(x => x.Key))
            wrong.AddRange(await Surface.Each(round, x => Try(x, x.Id == "issueToken" ? client : centre.Clerk)));
        return wrong;
    }

    static int RoundOf(ApiOperation operation) =>
        Plan.First.Contains(operation.Id) ? 0
        : Plan.Last.Contains(operation.Id) ? 3
        : operation.InPath.Any() ? 2
        : 1;

    async Task<string?> Try(ApiOperation operation, HttpClient sender)
    {
        var call = await subjects.Ready(operation, centre);
        // Of a unit that has ended, beside another, or fetched before: what was made to, whatever the document calls it.
        var asMade =
            Plan.OfEndedUnits.Contains(operation.Id) || Plan.Beside.ContainsKey(operation.Id) || Plan.Fetched.ContainsKey(operation.Id);
        foreach (var example in asMade ? [call] : operation.Body?.Examples.Select(call.With) ?? [call])
        {
            var answer = await Sent(example, sender);
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

    // The list of what waits is the database's. The rule asks the tree in memory, which hears of the end of a unit a moment later.
    static Task<Answer> Sent(Call call, HttpClient sender) =>
        Eventually.Found(
            $"{call.Operation} to be answered by what is known",
            async () =>
                await (call with { IdempotencyKey = $"{Guid.CreateVersion7()}" }).Send(sender) is var answer
                && (answer.IsSuccess || (string?)answer.Json?["code"] != "units.still-exists")
                    ? answer
                    : null
        );

    // RFC 6749, 2.3.1: the client's secret is nothing that a document could show.
    HttpClient Client()
    {
        var secret = $"{platform.Directory.ClientId}:{platform.Directory.ClientSecret}";
        return new()
        {
            BaseAddress = platform.Gateway.Address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))),
            },
        };
    }
}
