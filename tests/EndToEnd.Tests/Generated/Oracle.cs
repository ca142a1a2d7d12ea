namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>Counts what happened, from the oracle's own notes and in its own way: by what was noted, and by who had what at the end of a day.</summary>
sealed class Oracle(IReadOnlyList<GeneratedCase> cases, Guid[] units, DateOnly from, DateOnly to)
{
    static readonly Dictionary<string, string> Endings = new()
    {
        ["GUIDED"] = "guided",
        ["FORWARDED"] = "forwarded",
        ["NOT_ACCEPTED"] = "not-accepted",
        ["FILED"] = "filed",
        ["INFO_ONLY"] = "information",
        ["MERGED"] = "duplicate",
        ["WITHDRAWN"] = "withdrawn",
        ["RESOLVED"] = "resolved",
        ["STOPPED"] = "stopped",
        ["HANDED_OVER"] = "handed-over",
    };

    public Dictionary<string, (int Papers, int Cases)> Figures()
    {
        var figures = new Dictionary<string, (int, int)>
        {
            ["stock.received"] = Happened("RECEIVED"),
            ["stock.reopened"] = Happened("REOPENED"),
            ["stock.taken-over"] = Happened("TAKEN_OVER"),
            ["accepted"] = Happened("ACCEPTED"),
            ["resolved.right"] = Happened("RESOLVED DUNG"),
            ["resolved.partly-right"] = Happened("RESOLVED DUNG_MOT_PHAN"),
            ["resolved.wrong"] = Happened("RESOLVED SAI"),
            ["resolved.in-time"] = Happened("RESOLVED IN_TIME"),
            ["resolved.late"] = Happened("RESOLVED LATE"),
            ["stock.opening"] = Had(from.AddDays(-1), x => x.LeavesOpen),
            ["stock.remaining"] = Had(to, x => x.LeavesOpen),
            ["resolution.opening"] = Had(from.AddDays(-1), x => x.LeavesAccepted),
            ["resolution.remaining"] = Had(to, x => x.LeavesAccepted),
            ["received.duplicates"] = Count(x => x.State == "MERGED" ? Within(x, "RECEIVED") : 0),
        };
        foreach (var (state, code) in Endings)
            figures[$"done.{code}"] = Happened(state);
        return figures;
    }

    /// <summary>What stands beside the figures: see <see cref="Figures.Others"/>.</summary>
    public IEnumerable<string> Others()
    {
        foreach (var alike in cases.Where(x => Within(x, "RECEIVED") > 0).GroupBy(x => $"{x.Kind} round {x.Round}"))
            if (new Oracle([.. alike], units, from, to).Happened("RECEIVED") is var (papers, all) && papers + all > 0)
                yield return $"{alike.Key}: {papers}, {all}";
        var effects = cases.SelectMany(x => x.Effects.Where(e => IsWithin(e.On, e.Unit)).Select(e => (x.Id, e.Figures))).ToList();
        var sums = Enumerable.Range(0, 5).Select(i => effects.Sum(e => e.Figures[i]));
        yield return $"effects: {effects.DistinctBy(e => e.Id).Count()}, {string.Join(", ", sums)}";
        var protections = cases.SelectMany(x => x.Protections.Where(p => IsWithin(p.On, p.Unit)).Select(p => (x.Id, p.Measure)));
        foreach (var alike in protections.GroupBy(p => p.Measure))
            yield return $"{alike.Key}: {alike.Count()}, {alike.Distinct().Count()}";
    }

    /// <summary>What was received, by what it was found to be.</summary>
    public (int Papers, int Cases) Received(string kind) => Count(x => x.Kind == kind ? Within(x, "RECEIVED") : 0);

    (int, int) Happened(string what) => Count(x => Within(x, what));

    int Within(GeneratedCase one, string what) => one.Log.Count(x => x.What == what && IsWithin(x.On, x.Unit));

    bool IsWithin(DateOnly on, Guid unit) => from <= on && on <= to && units.Contains(unit);

    // Who had it at the end of the day: by the last that happened until then.
    (int, int) Had(DateOnly day, Func<Happened, bool> had) =>
        Count(x => x.Log.LastOrDefault(entry => entry.On <= day) is { } last && units.Contains(last.Unit) && had(last) ? 1 : 0);

    (int, int) Count(Func<GeneratedCase, int> times) =>
        (cases.Where(x => x.PaperId is null).Sum(times), cases.Where(x => x.State != "MERGED").Sum(times));
}
