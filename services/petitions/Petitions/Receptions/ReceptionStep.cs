using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Handling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Receptions;

/// <summary>What the steps of a session have in common.</summary>
static class ReceptionStep
{
    public static async Task<Results<Ok<ReceptionView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this PetitionsDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<Reception, Rejection?> take,
        Func<Reception, TEvent> announcement,
        CancellationToken ct
    )
        where TEvent : class => await db.Take(await db.FindReception(id, caller, ct), ifMatch, take, announcement, ReceptionView.Of, ct);

    public static Task<Reception?> FindReception(this PetitionsDb db, Guid id, Caller caller, CancellationToken ct) =>
        db.Receptions.Visible(caller, db, r => r.HeldOn).SingleOrDefaultAsync(r => r.Id == id, ct);
}
