namespace DanVan.Awards.Decisions;

/// <summary>What a source declares; null is "not stated", which is not zero.</summary>
public sealed record DeclaredCounts(
    [Whole(0, 100_000)] int? Collectives,
    [Whole(0, 100_000)] int? Individuals,
    [Whole(0, 100_000)] int? Households
)
{
    public int? Of(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Collective => Collectives,
            RecipientKind.Individual => Individuals,
            _ => Households,
        };

    /// <summary>As declared, or as entered where no number is stated.</summary>
    public RecipientCounts Or(RecipientCounts entered) =>
        new(Collectives ?? entered.Collectives, Individuals ?? entered.Individuals, Households ?? entered.Households);
}

/// <summary>So many recipients of each kind.</summary>
public sealed record RecipientCounts(int Collectives, int Individuals, int Households)
{
    public static readonly RecipientCounts None = new(0, 0, 0);

    public int Total => Collectives + Individuals + Households;

    public int Of(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Collective => Collectives,
            RecipientKind.Individual => Individuals,
            _ => Households,
        };

    public static RecipientCounts From(IEnumerable<Recipient> recipients)
    {
        var counts = recipients.CountBy(recipient => recipient.Kind).ToDictionary();
        return new(
            counts.GetValueOrDefault(RecipientKind.Collective),
            counts.GetValueOrDefault(RecipientKind.Individual),
            counts.GetValueOrDefault(RecipientKind.Household)
        );
    }

    public RecipientCounts Plus(RecipientCounts more) =>
        new(Collectives + more.Collectives, Individuals + more.Individuals, Households + more.Households);
}
