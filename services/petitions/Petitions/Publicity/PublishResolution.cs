using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Intake;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Publicity;

/// <summary>
/// Lets the public read of how a petition was resolved, from a day on. Beside the duty to make the conclusion on a denunciation public (publication), which comes
/// first there: Luật TC Đ40.
/// </summary>
public static class PublishResolution
{
    /// <param name="Text">What the public reads: written for it, without anything that tells who petitioned.</param>
    /// <param name="VisibleFrom">The first day on which it shows; today when left out.</param>
    public sealed record Request([Text(4000)] string Text, DateOnly? VisibleFrom);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/public-notice", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Công bố kết quả giải quyết cho người dân / Let the public read of the resolution")
            .WithDescription(
                "Shown at `/api/v1/public/petitions` from that day on, for as long as the petition stays resolved and it is not withheld. Publishing again replaces the words."
            )
            .WithExample(new Request("Đường liên xã đoạn qua thôn Đoài đã được sửa xong.", new DateOnly(2026, 9, 7)));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        PetitionBook book,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var from = request.VisibleFrom ?? today;
        var names = await db.Find(id, caller, ct) is not null && (await book.PetitionerOf(id, ct))?.IsNamedIn(request.Text) == true;
        var publication = await db.Publications.SingleOrDefaultAsync(p => p.PetitionId == id, ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            p =>
            {
                if (names)
                    return Refused.IdentityInSummary with { Field = "text" };
                if (p.MayBeShown(from) is { } refused)
                    return refused;
                if (publication is not null)
                    publication.Show(request.Text, p.ClosedOn!.Value, from, today);
                else
                    db.Add(
                        new Publication
                        {
                            PetitionId = id,
                            Text = request.Text,
                            ResolvedOn = p.ClosedOn!.Value,
                            VisibleFrom = from,
                            PublishedOn = today,
                        }
                    );
                return null;
            },
            (p, _) => new ResolutionPublished(id, EnumNames.Of(p.Kind), EnumNames.Of(p.Field), from, today),
            ct
        );
    }
}
