using DanVan.Chassis;
using DanVan.Directory.Client;

namespace DanVan.Petitions.Reading;

/// <summary>Which petitions of the book are wanted; all that is given must hold.</summary>
/// <param name="DueBefore">Those with an open duty that falls due before that day.</param>
/// <param name="OfEndedUnits">The open ones of units that have ended.</param>
public sealed record PetitionFilter(
    PetitionState? State = null,
    PetitionKind? Kind = null,
    Guid? Unit = null,
    DateOnly? DueBefore = null,
    bool? OfEndedUnits = null
)
{
    internal IQueryable<Petition> Of(IQueryable<Petition> petitions, PetitionsDb db, DateOnly today)
    {
        if (State is { } state)
            petitions = petitions.Where(p => p.State == state);
        if (Kind is { } kind)
            petitions = petitions.Where(p => p.Kind == kind);
        if (Unit is { } unit)
            petitions = petitions.Where(p => p.UnitId == unit);
        if (DueBefore is { } before)
            petitions = petitions.Where(p => p.DueOn < before);
        if (OfEndedUnits is true)
        {
            var ended = db.EndedUnits(today);
            petitions = petitions.Open().Where(p => ended.Contains(p.UnitId));
        }
        return petitions;
    }
}
