using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Routing;

/// <summary>Suggests who is to get a petition, by kind, field and area. A person decides and forwards it.</summary>
public static class SuggestRoute
{
    /// <param name="UnitId">A unit of the kind that the route names, nearest to the area.</param>
    /// <param name="IsHere">It stands in that unit's book already.</param>
    public sealed record Candidate(Guid UnitId, string Name, string Level, bool IsHere);

    /// <param name="Why">The route, in the reader's language.</param>
    /// <param name="Article">The provision behind it; none where the platform's table says so.</param>
    /// <param name="Units">Nobody when the tree has no such unit for the area.</param>
    public sealed record Answer(string? Why, string? Article, IReadOnlyList<Candidate> Units);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/route", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Gợi ý nơi có thẩm quyền theo loại đơn, lĩnh vực, địa bàn / Suggest who is to get a petition")
            .WithDescription(
                "By the table that `Routing__RoutesFile` may replace; the area is the place that it is about, or that of the unit that received it."
            );

    static async Task<Results<Ok<Answer>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        RoutingTable routes,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        var (route, units) = routes.Find(petition.Kind, petition.Field, petition.PlaceUnitId ?? petition.UnitId, tree, clock.Today());
        return TypedResults.Ok(
            new Answer(
                route is null ? null : Phrases.Of(route.Vi, route.En),
                route?.Article,
                [.. units.Select(unit => new Candidate(unit.UnitId, unit.FullName, unit.Level, unit.UnitId == petition.UnitId))]
            )
        );
    }
}
