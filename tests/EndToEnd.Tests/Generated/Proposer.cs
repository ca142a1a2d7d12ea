using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>Thinks of steps, lawful ones and others, and says by the law what must come of them.</summary>
sealed partial class Proposer(Random random, Place place, List<GeneratedCase> cases)
{
    /// <summary>No step is later: so far all dates are in the past, wherever the tests run.</summary>
    public static readonly DateOnly Last = new(2026, 11, 10);
    static readonly DateOnly Future = new(2035, 1, 1);

    static readonly string[] Measures = ["INFORMATION", "WORK", "LIFE"];

    static readonly string[] Criteria = ["SEVERAL_PLACES", "SEVERAL_CONTENTS", "MANY_PEOPLE", "FOREIGN_ELEMENT"];

    GeneratedCase petition = null!;
    JsonObject body = null!;
    HashSet<string> broken = null!;
    DateOnly on;

    /// <summary>The petition that was thought of last.</summary>
    public GeneratedCase Petition => petition;

    /// <summary>None when the day that was drawn leaves open what the law would say.</summary>
    public Proposal? Think(GeneratedCase of)
    {
        petition = of;
        if (petition.Since.AddDays(7) > Last)
            return null;
        var rows = Law.Table;
        // Rather a step that its state allows, or little would ever come to its end.
        if (random.Next(3) > 0)
            rows = [.. Law.Table.Where(row => Law.Against(row, petition).Count == 0)];
        // What is suspended goes on, as a rule.
        if (petition.State == "SUSPENDED" && Coin)
            rows = [.. rows.Where(row => row.Step == "resumption")];
        // A second complaint is talked about.
        if (petition is { Kind: Law.Complaint, Round: 2, State: "ACCEPTED", HasTalked: false } && Coin)
            rows = [.. rows.Where(row => row.Step == "dialogues")];
        // One that was made longer is asked to be made longer again.
        else if (petition is { State: "ACCEPTED", Extensions: > 0 } && Chance(3))
            rows = [.. rows.Where(row => row.Step == "extensions")];
        // And a next round comes to its end.
        else if (petition.Round > 1 && Coin)
            rows = [.. rows.Where(row => row.Step == (petition.State == "RECEIVED" ? "acceptance" : "resolution"))];
        if (rows.Count == 0)
            return null;
        var row = rows[random.Next(rows.Count)];
        (broken, body) = (Law.Against(row, petition), new() { ["documentNumber"] = "07/QĐ" });
        // Who denounces is protected whatever has been done since the receipt.
        var earliest = row.Step == "protections" ? petition.ReceivedOn : petition.Since;
        on = earliest.AddDays(random.Next(7));
        // Now and then until the limit has passed.
        if (row.Step is "complexity-finding" or "extensions" or "resumption" or "resolution" && Chance(3))
            on = earliest.AddDays(random.Next(Math.Min(90, Last.DayNumber - earliest.DayNumber)));
        if (Chance(12))
            (on, _) = (Future, broken.Add("date-in-the-future"));
        else if (Chance(12) && row.Step is not ("representatives" or "signatories/withdrawals" or "case"))
            (on, _) = (earliest.AddDays(-1 - random.Next(3)), broken.Add("date-before-previous-step"));
        body[row.Date] = Iso(on);
        return Detail(row.Step) is { } effect ? new(row.Step, body, broken, row.Event, effect) : null;
    }

    Action? Detail(string step) =>
        step switch
        {
            "classification" => Classification(),
            "acceptance" => Acceptance(),
            "non-acceptance" => NonAcceptance(),
            "guidance" => () => petition.Close("GUIDED", on),
            "forwarding" => Forwarding(),
            "case" => Merging(),
            "parts" => Parts(),
            "representatives" => Representatives(),
            "signatories/withdrawals" => Signatories(),
            "complexity-finding" => ComplexityFinding(),
            "extensions" => Extension(),
            "suspension" => Changes("SUSPENDED"),
            "resumption" => Resumption(),
            "dialogues" => Dialogue(),
            "withdrawals" => Withdrawal(),
            "stopping" => Stopping(),
            "resolution" => Resolution(),
            "conclusion-action" => Once(petition.IsActedOn, () => petition.IsActedOn = true),
            "publication" => Publication(),
            "conflict-of-interest" => Conflict(),
            "effects" => Effects(),
            "protections" => Protections(),
            "reopening" => Reopening(),
            _ => throw new ArgumentException(step),
        };

    void Restart()
    {
        (petition.EnteredOn, petition.Since, petition.LimitSince) = (on, on, on);
        (petition.IsComplex, petition.Extensions, petition.Longer, petition.Paused) = (false, 0, 0, 0);
        petition.Criteria.Clear();
    }

    Action Changes(string state) => () => (petition.State, petition.Since) = (state, on);

    bool Decides(string kind) => Law.Decides(kind, petition.Unit == place.Board);

    bool Coin => random.Next(2) == 0;

    /// <summary>Once in so many times.</summary>
    bool Chance(int once) => random.Next(once) == 0;

    T Of<T>(params IReadOnlyList<T> some) => some[random.Next(some.Count)];

    static string Iso(DateOnly day) => $"{day:yyyy-MM-dd}";
}
