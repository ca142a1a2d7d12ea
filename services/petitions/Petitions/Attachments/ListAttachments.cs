using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Attachments;

/// <summary>What came with a petition, by number: types, lengths and what of each can be read. No contents.</summary>
public static class ListAttachments
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/attachments", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Tài liệu kèm theo đơn / The attachments of a petition");

    static async Task<Results<Ok<IReadOnlyList<AttachmentView>>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        AttachmentVault vault,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is null)
            return TypedResults.NotFound();
        var attachments = await db
            .Attachments.AsNoTracking()
            .Include(a => a.Files)
            .Where(a => a.PetitionId == id)
            .OrderBy(a => a.Number)
            .ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<AttachmentView>>([.. attachments.Select(a => AttachmentView.Of(a, vault))]);
    }
}
