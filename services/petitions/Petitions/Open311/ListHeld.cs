using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Open311;

/// <summary>Feedback that looks like abuse, kept from the public until a person has looked at it. Its deadlines run since its receipt.</summary>
public static class ListHeld
{
    /// <param name="HeldFor">What looked like abuse.</param>
    /// <param name="DueOn">The last day of the first open duty, counted from the receipt.</param>
    public sealed record Line(
        Guid Id,
        int Version,
        Guid UnitId,
        PetitionField Field,
        DateTimeOffset ReceivedAt,
        string Summary,
        IReadOnlyList<HoldReason> HeldFor,
        DateOnly? DueOn
    );

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required PublicRequest Request { get; init; }
        public required Petition Petition { get; init; }
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/held", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Phản ánh chờ xem xét trước khi hiển thị / Feedback held for review");

    static async Task<Ok<Page<Line>>> Handle(PetitionsDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken ct)
    {
        var held =
            from petition in db.Petitions.KnownTo(caller, db)
            join request in db.PublicRequests on petition.Id equals request.PetitionId
            where request.Listing == Listing.Held
            select new Row
            {
                Id = petition.Id,
                Request = request,
                Petition = petition,
            };
        return TypedResults.Ok(
            await held.ToPage(
                page,
                row => row.Id,
                row => new Line(
                    row.Id,
                    row.Petition.Version,
                    row.Petition.UnitId,
                    row.Petition.Field,
                    row.Request.ReceivedAt,
                    row.Petition.Summary,
                    row.Request.HeldFor,
                    row.Petition.DueOn
                ),
                ct
            )
        );
    }
}
