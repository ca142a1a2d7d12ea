using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Identities;

/// <summary>
/// Destroys the key of an identity, and those of all who signed, so that nobody can open it again, and the ciphertext with it; with what was asked and answered,
/// and with the originals of attachments. The petition, its history and the statistics stay, and so does what stands in the book of another.
/// Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Đ4.
/// </summary>
public static class EraseIdentity
{
    /// <param name="DecidedOn">The day of the decision.</param>
    /// <param name="DocumentNumber">Its number.</param>
    public sealed record Request(DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/identity-erasure", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Xóa vĩnh viễn danh tính người gửi đơn / Erase the identity for good")
            .WithDescription(
                "Once nothing is open any more: as long as the petition is being dealt with, its writer must be told of every step."
            )
            .WithExample(new Request(new DateOnly(2026, 11, 2), "60/QĐ-UBND"));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var identity = await db.SealedIdentities.SingleOrDefaultAsync(s => s.PetitionId == id, ct);
        var signatories = await db.SealedSignatories.Where(s => s.PetitionId == id && s.ErasedOn == null).ToListAsync(ct);
        var keys = await db.Set<PetitionerKey>().Where(k => k.PetitionId == id).ToListAsync(ct);
        var questions = await db.Questions.Where(q => q.PetitionId == id).ToListAsync(ct);
        var attachments = await db.Attachments.Include(a => a.Files).Where(a => a.PetitionId == id && a.ErasedOn == null).ToListAsync(ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
            {
                var named = signatories.Count > 0 || attachments.Count > 0;
                if (identity is null && !named)
                    return Refused.NoIdentity;
                if (identity?.ErasedOn is not null && !named)
                    return RefusedIdentity.Erased;
                if (petition.IsOpen || petition.DueOn is not null)
                    return RefusedIdentity.StillNeeded;
                if (Petition.OutOfOrder(request.DecidedOn, petition.ReceivedOn, clock.Today(), "decidedOn") is { } dates)
                    return dates;
                if (identity is { ErasedOn: null })
                    identity.Erase(request.DecidedOn);
                signatories.ForEach(signatory => signatory.Erase(request.DecidedOn));
                db.RemoveRange(keys); // A keyed hash of a person is still of that person,
                db.RemoveRange(questions); // and what was asked and answered can tell as much,
                attachments.ForEach(a => a.Erase(request.DecidedOn)); // and so can papers. Their redacted copies stay with the petition.
                return null;
            },
            (petition, _) => new IdentityErased(id, EnumNames.Of(petition.Kind), request.DecidedOn, request.DocumentNumber),
            ct
        );
    }
}
