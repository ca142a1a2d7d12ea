using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Groups;

/// <summary>Those who are named as signatories, without their names.</summary>
public static class ListSignatories
{
    /// <param name="Representative">Was appointed to speak for the others.</param>
    /// <param name="WithdrawnOn">Since when they are not among the petitioners any more.</param>
    /// <param name="ErasedOn">Since when there is nothing to open any more.</param>
    public sealed record Line(Guid Id, bool Representative, DateOnly? WithdrawnOn, DateOnly? ErasedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/signatories", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Những người ký đã ghi nhận, không nêu tên / Those recorded as signatories, without their names");

    static async Task<Results<Ok<IReadOnlyList<Line>>, NotFound>> Handle(Guid id, PetitionsDb db, Caller caller, CancellationToken ct) =>
        await db.Find(id, caller, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<Line>>(
                await db
                    .SealedSignatories.Where(s => s.PetitionId == id)
                    .OrderBy(s => s.Id)
                    .Select(s => new Line(s.Id, s.Representative, s.WithdrawnOn, s.ErasedOn))
                    .ToListAsync(ct)
            );
}
