using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Petitions.Publicity;
using DanVan.Petitions.Receipts;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Open311;

/// <summary>
/// Feedback as the public sees it: nothing held, nothing dismissed, nothing that turned out to be no feedback, and no word that anybody wrote but what the unit
/// has made public.
/// </summary>
sealed class PublicRequests(PetitionsDb db, UnitTree tree, TimeProvider clock)
{
    sealed record Found
    {
        public required PublicRequest Request { get; init; }
        public required Petition Petition { get; init; }
        public string? Published { get; init; }
    }

    public Task<IReadOnlyList<RequestView>> Of(UnitVersion unit, List<Guid> ids, CancellationToken ct) =>
        Read(Shown(unit).Where(f => ids.Contains(f.Petition.Id)), ids.Count, ct);

    public Task<IReadOnlyList<RequestView>> Of(
        UnitVersion unit,
        DateTimeOffset from,
        DateTimeOffset to,
        List<PetitionField> fields,
        bool? open,
        int most,
        CancellationToken ct
    )
    {
        var found = Shown(unit).Where(f => f.Request.ReceivedAt >= from && f.Request.ReceivedAt <= to);
        if (fields.Count > 0)
            found = found.Where(f => fields.Contains(f.Petition.Field));
        if (open is { } isOpen)
            found = found.Where(f => (f.Petition.ClosedOn == null) == isOpen);
        return Read(found, most, ct);
    }

    IQueryable<Found> Shown(UnitVersion unit)
    {
        var today = clock.Today();
        List<Guid> units = [.. tree.Subtree(unit.UnitId, today).Select(u => u.UnitId)];
        var published = db.Publications.Shown(today);
        return from request in db.PublicRequests.AsNoTracking()
            where request.Listing == Listing.Listed || request.Listing == Listing.Released
            join petition in db.Petitions.AsNoTracking() on request.PetitionId equals petition.Id
            where petition.Kind == PetitionKind.PhanAnh && units.Contains(petition.UnitId)
            select new Found
            {
                Request = request,
                Petition = petition,
                Published =
                    petition.State == PetitionState.Resolved
                        ? published
                            .Where(p => p.PetitionId == petition.Id && p.ResolvedOn == petition.ClosedOn)
                            .Select(p => p.Text)
                            .FirstOrDefault()
                        : null,
            };
    }

    async Task<IReadOnlyList<RequestView>> Read(IQueryable<Found> found, int most, CancellationToken ct) =>
        [.. (await found.OrderByDescending(f => f.Request.ReceivedAt).Take(most).ToListAsync(ct)).Select(View)];

    RequestView View(Found found)
    {
        var (petition, received) = (found.Petition, found.Request.ReceivedAt);
        var service = Catalogue.Of(petition.Field);
        return new(
            $"{petition.Id}",
            petition.ClosedOn is null ? "open" : "closed",
            PlainWords.Of(petition.State, petition.Outcome),
            service.ServiceName,
            service.ServiceCode,
            found.Published,
            tree.NameOf(petition.UnitId, clock.Today()),
            ServiceNotice: null,
            GeoAnswer.Moment(received),
            GeoAnswer.Moment(Last(received, petition.AcceptedOn, petition.ClosedOn)),
            petition.DueOn is { } due ? GeoAnswer.Moment(StartOf(due.AddDays(1)).AddSeconds(-1)) : null,
            Address: null,
            AddressId: null,
            Zipcode: null,
            Latitude: null,
            Longitude: null,
            MediaUrl: null
        );
    }

    static DateTimeOffset Last(DateTimeOffset received, params DateOnly?[] days) =>
        days.OfType<DateOnly>().Select(StartOf).Append(received).Max();

    static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
}
