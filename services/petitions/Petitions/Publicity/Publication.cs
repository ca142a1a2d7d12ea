namespace DanVan.Petitions.Publicity;

/// <summary>Why the public is not shown any more what it was.</summary>
public enum WithholdingReason
{
    /// <summary>It can tell who petitioned. Luật TC Đ40.3, Đ56.</summary>
    Identity,

    /// <summary>A further complaint, or the court, deals with it.</summary>
    FurtherComplaint,

    /// <summary>It was wrong.</summary>
    Error,

    /// <summary>A decision of a competent body asks for it.</summary>
    Decision,
}

/// <summary>
/// What a unit lets the public read of a resolution, from a day on: words written for the public, without anything that tells who petitioned. Withheld it is
/// kept, and may be published anew.
/// </summary>
public sealed class Publication
{
    /// <summary>Not the petition's: that one tells to the millisecond when it was entered.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }
    public required string Text { get; set; }

    /// <summary>The day of the resolution that it speaks of: a petition opened again may be resolved otherwise.</summary>
    public required DateOnly ResolvedOn { get; set; }

    /// <summary>The first day on which it shows.</summary>
    public required DateOnly VisibleFrom { get; set; }
    public required DateOnly PublishedOn { get; set; }
    public WithholdingReason? WithheldFor { get; private set; }
    public DateOnly? WithheldOn { get; private set; }

    public void Withhold(WithholdingReason reason, DateOnly on) => (WithheldFor, WithheldOn) = (reason, on);

    /// <summary>Publishes it, or publishes it anew.</summary>
    public void Show(string text, DateOnly resolvedOn, DateOnly from, DateOnly today)
    {
        (Text, ResolvedOn, VisibleFrom, PublishedOn) = (text, resolvedOn, from, today);
        (WithheldFor, WithheldOn) = (null, null);
    }
}

static class Publications
{
    /// <summary>What shows on that day.</summary>
    public static IQueryable<Publication> Shown(this IQueryable<Publication> publications, DateOnly today) =>
        publications.Where(p => p.WithheldOn == null && p.VisibleFrom <= today);
}
