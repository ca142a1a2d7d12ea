using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Identities;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Groups;

/// <summary>Opens the names of those who signed, by the rules by which the petitioner's is opened; the journal keeps who and what for.</summary>
public static class ReadSignatories
{
    const int Batch = 500;

    /// <param name="After">The last one of the answer before; left out at first.</param>
    public sealed record Request(ReadingPurpose Purpose, Guid? After);

    /// <param name="Person">Who it is.</param>
    public sealed record Signatory(Guid Id, bool Representative, DateOnly? WithdrawnOn, Petitioner Person)
    {
        /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
        public override string ToString() => nameof(Signatory);
    }

    /// <param name="Next">To be asked for after; none when these are the last.</param>
    public sealed record Answer(IReadOnlyList<Signatory> Items, Guid? Next);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/signatories/readings", Handle)
            .RequireScope(Scopes.Identity)
            .WithoutIdempotency() // An answer kept for repetition would be the identities in the clear; and each look is a reading of its own.
            .WithSummary("Mở danh sách người ký được niêm phong, có ghi nhật ký / Open the sealed names of those who signed")
            .WithDescription("500 at a time. Those of a denunciation take leave given beforehand: see identity-grants.")
            .WithExample(new Request(ReadingPurpose.XacMinh, After: null));

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        IdentityVault vault,
        IdentityReadings readings,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (await readings.Refuses(petition, request.Purpose, caller, ct) is { } refused)
            return refused.ToProblem();
        var after = request.After ?? Guid.Empty;
        var rows = await db
            .SealedSignatories.AsNoTracking()
            .Where(s => s.PetitionId == id && s.ErasedOn == null && s.Id > after)
            .OrderBy(s => s.Id)
            .Take(Batch + 1)
            .ToListAsync(ct);
        var shown = rows.Take(Batch).Select(s => new Signatory(s.Id, s.Representative, s.WithdrawnOn, vault.Open(s))).ToList();
        readings.Tell(petition, request.Purpose, caller);
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer(shown, rows.Count > Batch ? shown[^1].Id : null));
    }
}
