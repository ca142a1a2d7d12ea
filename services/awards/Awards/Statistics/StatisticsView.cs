namespace DanVan.Awards.Statistics;

public sealed record StatisticsView(DecisionNumbers Decisions, ModelNumbers Models);

/// <param name="Unnamed">Decisions without a single name: their recipients are declared or unknown, not none.</param>
public sealed record DecisionNumbers(
    int Total,
    int Revoked,
    int PartlyRevoked,
    int Unnamed,
    KindNumbers Collectives,
    KindNumbers Individuals,
    KindNumbers Households,
    RecipientNumbers Recipients,
    IReadOnlyList<FormNumbers> ByForm
)
{
    public static DecisionNumbers Of(IReadOnlyList<FormNumbers> forms)
    {
        var collectives = KindNumbers.SumOf(forms.Select(form => form.Collectives).ToList());
        var individuals = KindNumbers.SumOf(forms.Select(form => form.Individuals).ToList());
        var households = KindNumbers.SumOf(forms.Select(form => form.Households).ToList());
        return new(
            forms.Sum(form => form.Decisions),
            forms.Sum(form => form.Revoked),
            forms.Sum(form => form.PartlyRevoked),
            forms.Sum(form => form.Unnamed),
            collectives,
            individuals,
            households,
            RecipientNumbers.TotalOf([collectives, individuals, households]),
            forms
        );
    }
}

public sealed record FormNumbers
{
    public required string Form { get; init; }
    public required int Decisions { get; init; }
    public required int Revoked { get; init; }
    public required int PartlyRevoked { get; init; }
    public required int Unnamed { get; init; }
    public required KindNumbers Collectives { get; init; }
    public required KindNumbers Individuals { get; init; }
    public required KindNumbers Households { get; init; }
}

/// <summary>Recipients counted.</summary>
public record RecipientNumbers
{
    /// <summary>Sum of the stated numbers.</summary>
    public required int Declared { get; init; }

    /// <summary>Entered by name.</summary>
    public required int Named { get; init; }

    /// <summary>Declared, or named where no number is stated; revoked ones included.</summary>
    public required int AsAwarded { get; init; }
    public required int Revoked { get; init; }

    public int NetOfRevocations => AsAwarded - Revoked;

    public static RecipientNumbers TotalOf(IReadOnlyList<RecipientNumbers> kinds) =>
        new()
        {
            Declared = kinds.Sum(kind => kind.Declared),
            Named = kinds.Sum(kind => kind.Named),
            AsAwarded = kinds.Sum(kind => kind.AsAwarded),
            Revoked = kinds.Sum(kind => kind.Revoked),
        };
}

/// <summary>The recipients of one kind.</summary>
public sealed record KindNumbers : RecipientNumbers
{
    /// <summary>How many decisions state no number of this kind; they add nothing to <see cref="RecipientNumbers.Declared"/>.</summary>
    public required int NotDeclaredIn { get; init; }

    public static KindNumbers SumOf(IReadOnlyList<KindNumbers> forms) =>
        new()
        {
            Declared = forms.Sum(form => form.Declared),
            NotDeclaredIn = forms.Sum(form => form.NotDeclaredIn),
            Named = forms.Sum(form => form.Named),
            AsAwarded = forms.Sum(form => form.AsAwarded),
            Revoked = forms.Sum(form => form.Revoked),
        };
}

/// <param name="Registered">All that ever entered the register.</param>
/// <param name="InImplementation">Being carried out and not evaluated yet.</param>
/// <param name="Effective">Found effective, recognised ones included.</param>
/// <param name="Recognised">Recognised at some level.</param>
/// <param name="Replicated">Models that others repeat.</param>
/// <param name="Replications">Models that repeat another.</param>
/// <param name="Discontinued">No longer carried on; they stay counted in the stages that they reached.</param>
public sealed record ModelNumbers(
    int Registered,
    int InImplementation,
    int Effective,
    int Recognised,
    int Replicated,
    int Replications,
    int Discontinued
);
