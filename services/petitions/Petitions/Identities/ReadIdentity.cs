using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Identities;

/// <summary>Opens a sealed identity. The journal keeps who opened it and what for, in the same transaction that lets it out.</summary>
public static class ReadIdentity
{
    public sealed record Request(ReadingPurpose Purpose);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/identity-readings", Handle)
            .RequireScope(Scopes.Identity)
            .WithoutIdempotency() // An answer kept for repetition would be the identity in the clear; and each look is a reading of its own.
            .WithSummary("Mở danh tính được niêm phong, có ghi nhật ký / Open the sealed identity; the journal keeps who and what for")
            .WithDescription("That of a denouncer takes leave given beforehand: see identity-grants.")
            .WithExample(new Request(ReadingPurpose.XacMinh));

    static async Task<Results<Ok<Petitioner>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        IdentityReadings readings,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        var (refused, petitioner) = await readings.Open(petition, request.Purpose, caller, ct);
        if (petitioner is null)
            return refused!.ToProblem();
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(petitioner);
    }
}
