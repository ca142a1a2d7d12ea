using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Identities;

/// <summary>Who may open the identity behind a petition, and who could.</summary>
public static class ListIdentityGrants
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/identity-grants", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Ai được mở danh tính của đơn / Who may open the identity behind a petition");

    static async Task<Results<Ok<IReadOnlyList<IdentityGrantView>>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.Find(id, caller, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<IdentityGrantView>>([
                .. (await db.IdentityGrants.AsNoTracking().Where(g => g.PetitionId == id).OrderBy(g => g.Id).ToListAsync(ct)).Select(
                    IdentityGrantView.Of
                ),
            ]);
}
