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
    readonly HashSet<string> refusals = [];

    public IReadOnlyList<GeneratedCase> Cases => cases;

    /// <summary>What was answered otherwise than the law has it.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The rules that were told, each of them rightly.</summary>
    public IReadOnlySet<string> Refusals => refusals;
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
        var first = random.Next(3) == 0 ? FirstOfNext() : null;
        var kind = first is null || random.Next(8) == 0 ? Of(Law.Kinds) : first.Kind;
        var channel = Of("BUU_CHINH", "NOP_TRUC_TIEP", "TIEP_CONG_DAN", "CONG_DIEN_TU");
        var petitioner =
            random.Next(6) == 0 ? null
            : kind != Law.Denunciation && random.Next(6) == 0 ? "ORGANISATION"
            : "INDIVIDUAL";
        var (unit, on) = (random.Next(3) == 0 ? place.Board : place.Committee, new DateOnly(2026, 7, 10).AddDays(random.Next(60)));
        DateOnly? decided = null;
        if (first is not null)
        {
            unit = random.Next(8) == 0 ? first.Unit : place.SuperiorOf(first.Unit) ?? first.Unit;
            // Of what is resolved, as a rule, and after the decision.
            if ((first.State == "RESOLVED") == (random.Next(5) > 0))
                decided = first.Since.AddDays(random.Next(10) - 1);
            on = (decided ?? (first.State == "ACCEPTED" ? first.Due : null) ?? first.Since).AddDays(random.Next(56) - 8);
            on = on < Proposer.Last ? on : Proposer.Last;
        }
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
            ["firstPetitionId"] = first?.Id,
            ["firstDecisionReceivedOn"] = decided is { } day ? $"{day:yyyy-MM-dd}" : null,
        };
        if (petitioner is not null)
            paper["petitioner"] = new JsonObject
            {
                ["type"] = petitioner,
                ["fullName"] = "Nguyễn Thị Thử",
                ["address"] = "Số 1 ngõ 2, phường Ba Đình",
            };
        var broken = first is null ? [] : Law.AgainstNext(first, kind, unit, decided, on);
        GeneratedCase Entered(Guid id) =>
            new()
            {
                Id = id,
                Kind = kind,
                Channel = channel,
                ReceivedOn = on,
                Unit = unit,
                Petitioner = petitioner,
                Signatories = signatories,
                Round = (first?.Round ?? 0) + 1,
                LodgedLate = first is not null && Law.IsLodgedLate(kind, decided ?? first.Due ?? on, on),
            };
        using var answer = await Post(Book, paper);
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        if (IsTaken(first ?? Entered(default), new("", paper, broken, "petition-received", () => { }), answer, told))
            Enter(Entered(told["id"]!.GetValue<Guid>()));
        else if (first is null)
            throw new InvalidOperationException($"seed {seed}: a receipt was refused: {told}");
    }

    /// <summary>One that is resolved, as a rule, and of a kind that has a next round.</summary>
    GeneratedCase? FirstOfNext()
    {
        var ofAnyKind = random.Next(8) == 0;
        var some = cases.FindAll(x =>
            x.Since.AddDays(7) <= Proposer.Last
            && (ofAnyKind || x.Kind is Law.Complaint or Law.Denunciation)
            && (x.State == "RESOLVED" || random.Next(x.IsOpen ? 5 : 12) == 0)
        );
        return some.Count == 0 ? null : some[random.Next(some.Count)];
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
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        if (proposal.Broken.Count == 0)
            Lawful++;
        else
            Unlawful++;
        if (!IsTaken(petition, proposal, answer, told))
            return;
        proposal.Effect();
        petition.Version++;
        petition.Told.Add(proposal.Event);
        foreach (var part in told["parts"]?.AsArray() ?? [])
            Enter(PartOf(petition, part!));
        // One more than the oracle's own count after every lawful step: nothing that was refused has counted.
        if (told["version"]!.GetValue<int>() != petition.Version)
            Fault(petition, proposal, answer, told);
    }

    /// <summary>Whether it was done; a fault when it should not have been, or was refused by another rule than those that it breaks.</summary>
    bool IsTaken(GeneratedCase petition, Proposal proposal, HttpResponseMessage answer, JsonNode told)
    {
        var (lawful, code) = (
            proposal.Broken.Count == 0,
            ((string?)told["code"])?.Replace("petitions.", "", StringComparison.Ordinal) ?? ""
        );
        if (lawful ? !answer.IsSuccessStatusCode : (int)answer.StatusCode is < 400 or >= 500 || !proposal.Broken.Contains(code))
            Fault(petition, proposal, answer, told);
        else if (!lawful)
            refusals.Add(code);
        return lawful && answer.IsSuccessStatusCode;
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
