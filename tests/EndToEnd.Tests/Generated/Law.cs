using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>A step that somebody wants to take.</summary>
/// <param name="Broken">The rules that forbid it, by the last part of their codes; none when it is lawful. Which of several is told is the service's choice.</param>
/// <param name="Effect">What the step makes of the petition.</param>
/// <param name="Event">The event that tells of it.</param>
sealed record Proposal(string Step, JsonObject Body, IReadOnlySet<string> Broken, string Event, Action Effect);

/// <summary>A row of the table of states and steps.</summary>
/// <param name="Date">The member of its body that is its day.</param>
/// <param name="From">The states in which it may be taken (domain 2.8, 2.9).</param>
/// <param name="Kinds">The kinds that it is for, and by which rule any other is refused.</param>
sealed record StepRow(
    string Step,
    string Date,
    string Event,
    string[] From,
    string[]? Kinds = null,
    Func<string, string>? NotForKind = null
);

/// <summary>Complaints, denunciations, proposals and feedback as the law has them handled: written down once more, in the tests' own words.</summary>
static class Law
{
    public const string Complaint = "KHIEU_NAI";
    public const string Denunciation = "TO_CAO";
    public static readonly string[] Kinds = [Complaint, Denunciation, "KIEN_NGHI", "PHAN_ANH"];
    public static readonly string[] Receptions = ["NOP_TRUC_TIEP", "TIEP_CONG_DAN", "TIEP_CONG_DAN_TRUC_TUYEN"];

    static readonly string[] Open = ["RECEIVED", "ACCEPTED", "SUSPENDED"];
    static readonly string[] Ended = ["RESOLVED", "NOT_ACCEPTED", "WITHDRAWN", "STOPPED"];
    static readonly string[] Any = [.. Open, .. Ended, "GUIDED", "FORWARDED", "FILED", "INFO_ONLY", "MERGED"];

    public static readonly IReadOnlyList<StepRow> Table =
    [
        new("classification", "classifiedOn", "petition-classified", ["RECEIVED"]),
        new("acceptance", "acceptedOn", "petition-accepted", ["RECEIVED"]),
        new("non-acceptance", "decidedOn", "petition-not-accepted", ["RECEIVED"]),
        new("guidance", "guidedOn", "petition-guided", ["RECEIVED"]),
        new("forwarding", "forwardedOn", "petition-forwarded", ["RECEIVED"]),
        new("case", "mergedOn", "petition-merged", ["RECEIVED"]),
        new("parts", "splitOn", "petition-split", ["RECEIVED"]),
        new("representatives", "appointedOn", "representatives-appointed", ["RECEIVED"]),
        new("signatories/withdrawals", "withdrawnOn", "signatories-withdrew", Open),
        // A complaint is found complex (Luật KN Đ28), a denunciation extended (Luật TC Đ30); the law sets no limit for the others.
        new(
            "complexity-finding",
            "foundOn",
            "deadline-extended",
            ["ACCEPTED"],
            [Complaint],
            kind => kind == Denunciation ? "denunciations-are-extended" : "no-limit-to-extend"
        ),
        new(
            "extensions",
            "decidedOn",
            "deadline-extended",
            ["ACCEPTED"],
            [Denunciation],
            kind => kind == Complaint ? "complaints-are-found-complex" : "no-limit-to-extend"
        ),
        new("suspension", "decidedOn", "petition-suspended", ["ACCEPTED"], [Complaint, Denunciation], _ => "no-limit-to-suspend"),
        new("resumption", "decidedOn", "petition-resumed", ["SUSPENDED"]),
        new("dialogues", "heldOn", "dialogue-held", ["ACCEPTED"], [Complaint], _ => "dialogue-is-for-complaints"),
        new("withdrawals", "withdrawnOn", "petition-withdrawn", Open),
        new(
            "stopping",
            "decidedOn",
            "petition-stopped",
            ["ACCEPTED", "SUSPENDED", "WITHDRAWN"],
            [Complaint, Denunciation],
            _ => "nothing-to-stop"
        ),
        new("resolution", "resolvedOn", "petition-resolved", ["ACCEPTED"]),
        new("conclusion-action", "actedOn", "conclusion-acted-on", ["RESOLVED"], [Denunciation], _ => "follows-a-conclusion"),
        new("publication", "publishedOn", "conclusion-published", ["RESOLVED"], [Denunciation], _ => "follows-a-conclusion"),
        new("conflict-of-interest", "decidedOn", "denunciation-handed-over", Open, [Denunciation], _ => "conflict-is-of-denunciations"),
        new("effects", "effectiveOn", "effects-recorded", ["RESOLVED"]),
        new("protections", "orderedOn", "protection-ordered", Any, [Denunciation], _ => "protects-denouncers"),
        new("reopening", "decidedOn", "petition-reopened", Ended),
    ];

    /// <summary>What the table alone says against a step: the state it is in, and the kind that it is.</summary>
    public static HashSet<string> Against(StepRow row, GeneratedCase petition)
    {
        var broken = new HashSet<string>();
        if (!row.From.Contains(petition.State))
            broken.Add("wrong-state");
        if (row.Kinds?.Contains(petition.Kind) == false)
            broken.Add(row.NotForKind!(petition.Kind));
        return broken;
    }

    /// <summary>What stands against a next round (Luật KN Đ33, Luật TC Đ37).</summary>
    /// <param name="decisionReceivedOn">When the decision on the first one was received, as the petitioner says.</param>
    public static HashSet<string> AgainstNext(
        GeneratedCase first,
        string kind,
        Guid unit,
        DateOnly? decisionReceivedOn,
        DateOnly receivedOn
    )
    {
        var broken = new HashSet<string>();
        if (kind != first.Kind || kind is not (Complaint or Denunciation))
            broken.Add("first-of-another-kind");
        if (kind == Complaint && first.Round > 1)
            broken.Add("no-third-round");
        if (unit == first.Unit)
            broken.Add("next-round-is-with-the-superior");
        if (first.State == "RESOLVED" && decisionReceivedOn is null)
            broken.Add("decision-receipt-missing");
        if (first.State == "RESOLVED" && decisionReceivedOn < first.Since)
            broken.Add("date-before-previous-step");
        if (first.State == "RESOLVED" && decisionReceivedOn > receivedOn)
            broken.Add("decision-received-later");
        if (first.State is "ACCEPTED" or "SUSPENDED" && decisionReceivedOn is not null)
            broken.Add("no-decision-yet");
        // No limit passes while the clock stands.
        if (decisionReceivedOn is null && (first.State == "SUSPENDED" || first.State == "ACCEPTED" && !(first.Due < receivedOn)))
            broken.Add("first-round-runs");
        if (first.State is not ("RESOLVED" or "ACCEPTED" or "SUSPENDED"))
            broken.Add("nothing-to-go-on-from");
        return broken;
    }

    /// <summary>Whether a second complaint comes after the 30 days for it (Luật KN Đ33).</summary>
    /// <param name="since">When the first decision was received, or the limit of the first round ended without one.</param>
    public static bool IsLodgedLate(string kind, DateOnly since, DateOnly receivedOn) =>
        kind == Complaint && receivedOn > WorkedFrom(since.AddDays(30));

    /// <summary>The days to resolve it in (Luật KN Đ28, Đ37, Luật TC Đ30.1).</summary>
    public static int? DaysToResolve(string kind, int round) =>
        kind switch
        {
            Complaint => round == 1 ? 30 : 45,
            Denunciation => 30,
            _ => null,
        };

    /// <summary>A limit that ends on a day off ends on the next day that is worked (BLDS Đ148.5); no holidays are recorded here.</summary>
    public static DateOnly WorkedFrom(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    /// <summary>Whether a unit decides on that kind: a board receives, guides and forwards complaints and denunciations (domain 0.3.5).</summary>
    public static bool Decides(string kind, bool isBoard) => !isBoard || kind is not (Complaint or Denunciation);

    public static string[] OutcomesOf(string kind) =>
        kind is Complaint or Denunciation ? ["DUNG", "DUNG_MOT_PHAN", "SAI"] : ["TIEP_THU", "GIAI_TRINH", "KHONG_CO_CO_SO"];

    /// <summary>How many represent so many signatories (Luật TCD Đ29): none is prescribed below five.</summary>
    public static (int Min, int Max)? RepresentativesOf(int signatories) =>
        signatories < 5 ? null
        : signatories <= 10 ? (1, 2)
        : (1, 5);
}
