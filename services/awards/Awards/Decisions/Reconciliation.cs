namespace DanVan.Awards.Decisions;

/// <summary>How the list of names stands to the declared numbers.</summary>
public enum Reconciliation
{
    /// <summary>Nobody is entered by name: the list is not known, which does not mean that nobody was rewarded.</summary>
    Unnamed,

    /// <summary>Some are entered, fewer than declared.</summary>
    IncompleteList,

    /// <summary>As many are entered as declared, kind by kind.</summary>
    Complete,

    /// <summary>Of some kind more are entered than declared: the list or the declaration is wrong.</summary>
    MoreThanDeclared,

    /// <summary>Names are entered, but the source declares no number to compare them with.</summary>
    NotDeclared,
}

public static class Reconciling
{
    static readonly RecipientKind[] Kinds = Enum.GetValues<RecipientKind>();

    /// <summary>Declared beside entered. A kind whose number is not stated is left out of the comparison.</summary>
    public static Reconciliation With(this DeclaredCounts declared, RecipientCounts entered)
    {
        var stated = Kinds.Where(kind => declared.Of(kind) is not null).ToList();
        if (entered.Total == 0)
            return Reconciliation.Unnamed;
        if (stated.Count == 0)
            return Reconciliation.NotDeclared;
        if (stated.Any(kind => entered.Of(kind) > declared.Of(kind)))
            return Reconciliation.MoreThanDeclared;
        return stated.All(kind => entered.Of(kind) == declared.Of(kind)) ? Reconciliation.Complete : Reconciliation.IncompleteList;
    }
}
