using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Open311;

/// <summary>The Open311 keys of the caller's units, never what opens the door.</summary>
public static class ListIntakeKeys
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/intake-keys", Handle).RequireScope(Scopes.Read).WithSummary("Danh sách khóa Open311 / List the keys of Open311");

    static async Task<Ok<Page<IntakeKeyView>>> Handle(
        PetitionsDb db,
        Caller caller,
        [AsParameters] PageRequest page,
        CancellationToken ct
    ) => TypedResults.Ok(await db.IntakeKeys.Visible(caller, db).ToPage(page, k => k.Id, IntakeKeyView.Of, ct));
}
