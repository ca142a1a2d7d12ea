using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Receipts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Ratings;

/// <summary>The petitioner says how satisfied they are with how it was dealt with, once it is closed; until the days set for that are over, they may change it.</summary>
public static class RatePetition
{
    public sealed record Request(
        [Pattern(TrackingCode.Written)] string Code,
        [Pattern(ReadStatus.PinWritten)] string Pin,
        [Whole(1, 5)] int Rating
    )
    {
        /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
        public override string ToString() => nameof(Request);
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/satisfaction", Handle)
            .AllowAnonymous()
            .WithoutIdempotency() // The same rating again changes nothing.
            .WithSummary("Đánh giá mức độ hài lòng / Say how satisfied you are")
            .WithExample(new Request(ReadStatus.ExampleCode, ReadStatus.ExamplePin, 4));

    static async Task<Results<Ok<StatusView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        ReceiptDesk desk,
        StatusPage page,
        IOptions<ReceiptOptions> options,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (petition, wrong) = await desk.Open(request.Code, request.Pin, response.HttpContext, ct);
        if (petition is null)
            return wrong!;
        var today = clock.Today();
        if (petition.MayBeRated(options.Value.RatingDays, today) is { } refused)
            return refused.ToProblem();
        var rating = await db.Ratings.FindAsync([petition.Id], ct);
        var previous = rating?.Stars;
        if (previous != request.Rating)
        {
            rating ??= db.Add(new Rating { PetitionId = petition.Id }).Entity;
            (rating.Stars, rating.RatedOn) = (request.Rating, today);
            db.Announce(petition, Rated(petition, rating, previous));
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(await page.Of(petition, ct));
    }

    static PetitionRated Rated(Petition petition, Rating rating, int? previous) =>
        new(
            petition.Id,
            EnumNames.Of(petition.Kind),
            EnumNames.Of(petition.Field),
            petition.UnitId,
            rating.Stars,
            previous,
            rating.RatedOn,
            petition.ClosedOn!.Value
        );
}
