using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>Lives the lives of some petitions over HTTP and notes where the service does not do as the oracle says.</summary>
sealed class Driver(int seed, Place place, HttpClient clerk)
{
    const string Book = "api/v1/petitions";
    const int MostSteps = 11;

    readonly Random random = new(seed);
    readonly List<GeneratedCase> cases = [];
    readonly List<string> faults = [];

    public IReadOnlyList<GeneratedCase> Cases => cases;

    /// <summary>What was answered otherwise than the law has it.</summary>
    public IReadOnlyList<string> Faults => faults;
    public int Lawful { get; private set; }
    public int Unlawful { get; private set; }

    public async Task Live(int petitions)
    {
        var proposer = new Proposer(random, place, cases);
        while (cases.Count < petitions)
        {
            await Receive();
            // Not one after the other: what joins a case must find others under way.
            for (var turns = random.Next(2 * MostSteps); turns > 0; turns--)
                if (proposer.Think(cases[^Math.Min(cases.Count, random.Next(1, 12))]) is { } proposal)
                    await Take(proposer.Petition, proposal);
        }
    }

    async Task Receive()
    {
        var (kind, channel) = (Of(Law.Kinds), Of("BUU_CHINH", "NOP_TRUC_TIEP", "TIEP_CONG_DAN", "CONG_DIEN_TU"));
        var petitioner =
            random.Next(6) == 0 ? null
            : kind != Law.Denunciation && random.Next(6) == 0 ? "ORGANISATION"
            : "INDIVIDUAL";
        var (unit, on) = (random.Next(3) == 0 ? place.Board : place.Committee, new DateOnly(2026, 7, 10).AddDays(random.Next(60)));
        var signatories = random.Next(4) == 0 ? random.Next(2, 15) : 1;
        var paper = new JsonObject
        {
            ["unitId"] = unit,
            ["kind"] = kind,
            ["channel"] = channel,
            ["field"] = Of("HANH_CHINH", "TU_PHAP", "KHAC"),
            ["receivedOn"] = $"{on:yyyy-MM-dd}",
            ["summary"] = "Đề nghị xem xét việc thu hồi đất làm đường liên xã",
            ["signatories"] = signatories,
        };
        if (petitioner is not null)
            paper["petitioner"] = new JsonObject
            {
                ["type"] = petitioner,
                ["fullName"] = "Nguyễn Thị Thử",
                ["address"] = "Số 1 ngõ 2, phường Ba Đình",
            };
        using var answer = await Post(Book, paper);
        if (answer.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"seed {seed}: a receipt was refused: {await answer.Content.ReadAsStringAsync()}");
        var received = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Enter(
            new GeneratedCase
            {
                Id = received!["id"]!.GetValue<Guid>(),
                Kind = kind,
                Channel = channel,
                ReceivedOn = on,
                Unit = unit,
                Petitioner = petitioner,
                Signatories = signatories,
            }
        );
    }

    void Enter(GeneratedCase petition)
    {
        (petition.CaseId, petition.EnteredOn, petition.Since) = (petition.Id, petition.ReceivedOn, petition.ReceivedOn);
        petition.Happens("RECEIVED", petition.ReceivedOn);
        cases.Add(petition);
    }

    async Task Take(GeneratedCase petition, Proposal proposal)
    {
        using var answer = await Post($"{Book}/{petition.Id}/{proposal.Step}", proposal.Body);
        var told = await answer.Content.ReadFromJsonAsync<JsonNode>();
        if (proposal.Broken.Count == 0)
            Lawful++;
        else
            Unlawful++;
        if (proposal.Broken.Count > 0)
        {
            var code = (string?)told!["code"];
            if (
                (int)answer.StatusCode is < 400 or >= 500
                || !proposal.Broken.Contains(code?.Replace("petitions.", "", StringComparison.Ordinal) ?? "")
            )
                Fault(petition, proposal, answer, told);
            return;
        }
        if (!answer.IsSuccessStatusCode)
        {
            Fault(petition, proposal, answer, told);
            return;
        }
        proposal.Effect();
        petition.Version++;
        petition.Told.Add(proposal.Event);
        foreach (var part in told!["parts"]?.AsArray() ?? [])
            Enter(PartOf(petition, part!));
        // One more than the oracle's own count after every lawful step: nothing that was refused has counted.
        if (told["version"]!.GetValue<int>() != petition.Version)
            Fault(petition, proposal, answer, told);
    }

    static GeneratedCase PartOf(GeneratedCase paper, JsonNode part) =>
        new()
        {
            Id = part["id"]!.GetValue<Guid>(),
            Kind = part["kind"]!.GetValue<string>(),
            Channel = paper.Channel,
            ReceivedOn = paper.ReceivedOn,
            Unit = paper.Unit,
            Petitioner = paper.Petitioner,
            Signatories = paper.Signatories,
            PaperId = paper.PaperId ?? paper.Id,
        };

    void Fault(GeneratedCase petition, Proposal proposal, HttpResponseMessage answer, JsonNode? told) =>
        faults.Add(
            $"seed {seed}: {proposal.Step} {proposal.Body.ToJsonString()} on {petition}: "
                + $"{(int)answer.StatusCode} {told?["code"]} version {told?["version"]} instead of "
                + (proposal.Broken.Count == 0 ? $"version {petition.Version}" : string.Join(" or ", proposal.Broken))
        );

    async Task<HttpResponseMessage> Post(string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        return await clerk.SendAsync(request);
    }

    T Of<T>(params T[] some) => some[random.Next(some.Length)];
}
