namespace DanVan.Reporting.Approvals;

/// <summary>Which levels approve a report, each after those below it. No text lays them down for all: they are an administration's to set.</summary>
/// <param name="Levels">
/// From below upwards: COMMUNE, DISTRICT, PROVINCE, CENTRAL. Those at which no unit stands above the reporting one are left out, and so are those below its own.
/// </param>
/// <param name="HiddenUntilApproved">
/// Whether units above see a report only when it has come near to them: none that a level has not approved is seen from above the level after that.
/// </param>
public sealed record ApprovalRule(IReadOnlyList<string> Levels, bool HiddenUntilApproved = false)
{
    /// <summary>Whether its levels are levels, each above the one before.</summary>
    internal bool MakesSense
    {
        get
        {
            int[] ranks = [.. Levels.Select(UnitLevels.RankOf)];
            return ranks is [>= 0, ..] && ranks.Zip(ranks.Skip(1)).All(pair => pair.First < pair.Second);
        }
    }

    /// <summary>The level that must have approved before a unit of this level sees anything of a report; none when it sees everything.</summary>
    internal string? NeededFor(string? level) =>
        HiddenUntilApproved && Levels.Count(one => UnitLevels.RankOf(one) < UnitLevels.RankOf(level)) is var below and > 1
            ? Levels[below - 2]
            : null;
}
