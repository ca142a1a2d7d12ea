using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>The calendar and the book of citizen reception.</summary>
public static class ListReceptions
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Lịch và sổ tiếp công dân / The calendar and the book of citizen reception");

    static async Task<Results<Ok<Page<ReceptionView>>, ProblemHttpResult>> Handle(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct,
        Guid? unit = null,
        ReceptionKind? kind = null,
        ReceptionState? state = null,
        DateOnly? from = null,
        DateOnly? to = null
    )
    {
        var receptions = db.Receptions.Visible(caller, db, r => r.HeldOn);
        if (unit is not null)
            receptions = receptions.Where(r => r.UnitId == unit);
        if (kind is not null)
            receptions = receptions.Where(r => r.Kind == kind);
        if (state is not null)
            receptions = receptions.Where(r => r.State == state);
        if (from is not null)
            receptions = receptions.Where(r => r.HeldOn >= from);
        if (to is not null)
            receptions = receptions.Where(r => r.HeldOn <= to);
        return TypedResults.Ok(await receptions.ToPage(page, r => r.Id, r => ReceptionView.Of(r), ct));
    }
}
