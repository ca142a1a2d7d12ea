namespace DanVan.Conferences.Convening;

/// <summary>Reads conferences whole.</summary>
static class ConferenceQueries
{
    /// <summary>With its participants and their names.</summary>
    public static IQueryable<Conference> Whole(this IQueryable<Conference> conferences) =>
        conferences.Include(x => x.Participants).ThenInclude(x => x.Person);

    public static async Task<ConferenceView> View(this ConferencesDb db, Conference conference, CancellationToken ct)
    {
        var tasks = await db
            .Tasks.Where(x => x.ConferenceId == conference.Id)
            .OrderBy(x => x.Id)
            .Select(x => new { x.Item, x.Id })
            .ToListAsync(ct);
        return ConferenceView.Of(conference, tasks.ToLookup(x => x.Item, x => x.Id));
    }
}
