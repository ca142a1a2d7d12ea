using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Eligibility;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Groups;

/// <summary>Records the written appointment of those who represent the signatories (văn bản cử người đại diện). Luật TCD Đ29.</summary>
public static class AppointRepresentatives
{
    /// <param name="SignedBy">How many signed the appointment: all of the signatories.</param>
    /// <param name="RepresentativeIds">Which of the signatories, where they are named (`POST /{id}/signatories`); left out otherwise.</param>
    public sealed record Request(
        [Whole(1, 100)] int Representatives,
        [Whole(1, 100_000)] int SignedBy,
        DateOnly AppointedOn,
        [Items(1, 100)] IReadOnlyList<Guid>? RepresentativeIds = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/representatives", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi văn bản cử người đại diện / Record the appointment of representatives")
            .WithExample(new Request(Representatives: 1, SignedBy: 1, new DateOnly(2026, 8, 2)));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        EligibilityTable table,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var named = await db.NamedSignatories(id, ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
                Named.Appoint(named, request.RepresentativeIds, request.Representatives)
                ?? petition.Appoint(request.Representatives, request.SignedBy, request.AppointedOn, table, clock.Today()),
            (petition, _) =>
                new RepresentativesAppointed(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    petition.Signatories,
                    request.Representatives,
                    request.AppointedOn
                ),
            ct
        );
    }
}
