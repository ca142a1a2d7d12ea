namespace DanVan.Directory.Units;

internal static class CodeUses
{
    /// <summary>Uses of one code, where consecutive periods of one unit become one.</summary>
    public static IReadOnlyCollection<CodeUse> Joined(IEnumerable<CodeUse> uses)
    {
        var joined = new List<CodeUse>();
        foreach (var use in uses.OrderBy(use => use.UnitId).ThenBy(use => use.From))
            if (joined.Count > 0 && joined[^1] is var last && last.UnitId == use.UnitId && last.To == use.From)
                joined[^1] = last with { To = use.To };
            else
                joined.Add(use);
        return joined;
    }
}
