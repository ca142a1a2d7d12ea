using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Clearances;

/// <summary>The holds that the caller's units answer for, but none that is about the person whose account it is.</summary>
public static class ListHolds
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/holds", Handle)
            .RequireScope(Scopes.Clearance)
            .WithSummary("Các trường hợp chưa được xét khen thưởng / Holds")
            .WithDescription("Of the caller's units; `open=true` keeps those that are not released.");

    public static IQueryable<Hold> KnownHolds(this PetitionsDb db, Caller caller, PartyVault vault)
    {
        var holds = db.Holds.Visible(caller, db);
        if (caller.PersonId is not { } person)
            return holds;
        var own = vault.KeyOf(Party.OfPerson(person));
        return holds.Where(hold => hold.Key != own);
    }

    static async Task<Results<Ok<Page<HoldView>>, ProblemHttpResult>> Handle(
        PetitionsDb db,
        Caller caller,
        PartyVault vault,
        [AsParameters] PageRequest page,
        HttpResponse response,
        CancellationToken ct,
        bool? open = null
    )
    {
        var holds = db.KnownHolds(caller, vault).Where(hold => open == null || (hold.ReleasedOn == null) == open);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await holds.ToPage(page, hold => hold.Id, hold => HoldView.Of(hold, vault), ct));
    }
}
