using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.People;

/// <summary>
/// A title (chức danh) that a person holds in a unit from a day on. A person may hold several at once; the same title passes from person to person, so a title
/// names nobody without a date.
/// </summary>
public sealed class Position : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>As its decision words it.</summary>
    public required string Title { get; set; }
    public required DateOnly ValidFrom { get; set; }

    /// <summary>First day on which it is no longer held; null while open.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The decision or election by which it was taken.</summary>
    public required string Basis { get; set; }

    /// <summary>The decision that ended it.</summary>
    public string? EndingBasis { get; set; }

    /// <summary>When it was found to have been entered by mistake; null unless it was.</summary>
    public DateTimeOffset? Annulled { get; private set; }
    public string? AnnulledWhy { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    /// <summary>The day as which this position is looked at: today while it is held, else its last or first day.</summary>
    public DateOnly SeenOn(DateOnly today) =>
        today < ValidFrom ? ValidFrom
        : ValidTo is { } end && end <= today ? end.AddDays(-1)
        : today;

    /// <summary>Ends it: <paramref name="on"/> is the first day on which it is no longer held.</summary>
    public Rejection? End(DateOnly on, string basis)
    {
        if (Annulled is not null)
            return PeopleRejections.IsAnnulled;
        if (ValidTo is { } ended)
            return PeopleRejections.HasEnded(ended);
        if (on <= ValidFrom)
            return PeopleRejections.EndsBeforeItBegins;
        (ValidTo, EndingBasis) = (on, basis);
        return null;
    }

    /// <summary>Takes over what is right of a position that was entered wrongly.</summary>
    public Rejection? Correct(PositionTerms right, string? endingBasis)
    {
        if (Annulled is not null)
            return PeopleRejections.IsAnnulled;
        if (right.To is null && endingBasis is not null)
            return PeopleRejections.NothingEnded;
        (Title, ValidFrom, ValidTo, Basis, EndingBasis) = (right.Title, right.From, right.To, right.Basis, endingBasis);
        return null;
    }

    /// <summary>It was never held. What others took over of it is withdrawn by the event.</summary>
    public Rejection? Annul(string why, DateTimeOffset now)
    {
        if (Annulled is not null)
            return PeopleRejections.IsAnnulled;
        (Annulled, AnnulledWhy) = (now, why);
        return null;
    }

    /// <summary>The event that tells of the whole position after a change.</summary>
    public PositionRecorded Recorded(PositionChange change, Person holder) =>
        new(Id, PersonId, UnitId, EnumNames.Of(change), Title, ValidFrom, ValidTo, holder.PublicName, Annulled is not null);
}

/// <summary>What can happen to a position.</summary>
public enum PositionChange
{
    Taken,
    Corrected,
    Ended,
    Annulled,

    /// <summary>The name of the holder, or whether it is public, was corrected; the position stands as it stood.</summary>
    HolderCorrected,
}
