using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Handling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Open311;

/// <summary>Ends a key before its time.</summary>
public static class EndIntakeKey
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/intake-keys/{id:guid}/ending", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Chấm dứt khóa Open311 / End a key of Open311");

    static async Task<Results<Ok<IntakeKeyView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        return await db.Take(
            await db.IntakeKeys.Visible(caller, db).SingleOrDefaultAsync(k => k.Id == id, ct),
            ifMatch,
            key => key.End(today),
            key => new IntakeKeyEnded(key.Id, key.UnitId, key.Client, today),
            IntakeKeyView.Of,
            ct
        );
    }
}
