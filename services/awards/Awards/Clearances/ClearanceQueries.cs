namespace DanVan.Awards.Clearances;

static class ClearanceQueries
{
    /// <summary>The questions of that unit about these candidates that are open; tracked.</summary>
    public static Task<List<Clearance>> OpenClearances(
        this AwardsDb db,
        Guid unit,
        IReadOnlyCollection<Candidate> candidates,
        CancellationToken ct
    )
    {
        var people = candidates.Select(candidate => candidate.PersonId).OfType<Guid>().ToList();
        var units = candidates.Select(candidate => candidate.UnitId).OfType<Guid>().ToList();
        return db
            .Clearances.Where(x => x.UnitId == unit && x.Outcome == null)
            .Where(x =>
                (x.PersonId != null && people.Contains(x.PersonId.Value))
                || (x.CandidateUnitId != null && units.Contains(x.CandidateUnitId.Value))
            )
            .ToListAsync(ct);
    }
}
