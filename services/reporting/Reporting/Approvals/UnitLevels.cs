using DanVan.Directory.Client;

namespace DanVan.Reporting.Approvals;

/// <summary>The levels of units, as the directory names them.</summary>
static class UnitLevels
{
    /// <summary>From below upwards.</summary>
    public static readonly string[] All = ["COMMUNE", "DISTRICT", "PROVINCE", "CENTRAL"];

    /// <summary>How far up a level stands; below all of them when there is none.</summary>
    public static int RankOf(string? level) => Array.IndexOf(All, level);

    /// <summary>The level of a unit as it stands now, or stood at last; none of a unit that is not known here.</summary>
    public static string? LevelOf(this UnitTree tree, Guid? unit) =>
        unit == RootUnit.Id ? All[^1]
        : unit is { } id ? tree.Find(id)?.Versions[^1].Level
        : null;
}
