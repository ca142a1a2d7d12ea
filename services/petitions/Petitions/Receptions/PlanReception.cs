using System.ComponentModel.DataAnnotations;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>Plans a session of citizen reception (lịch tiếp công dân) and counts by when it is to be posted.</summary>
public static class PlanReception
{
    /// <param name="UnitId">The unit that receives; the caller's own when left out.</param>
    /// <param name="PostedOn">When the schedule was posted at the place and on the site.</param>
    /// <param name="Online">Only for a session that connects several places.</param>
    public sealed record Request(
        Guid? UnitId,
        ReceptionKind Kind,
        DateOnly HeldOn,
        [Text(300)] string Place,
        DateOnly? PostedOn,
        Online? Online
    );

    /// <param name="UnitId">The unit that receives; the caller's own when left out.</param>
    /// <param name="PostedOn">When the schedule was posted at the place and on the site.</param>
    /// <param name="Online">Only for a session that connects several places.</param>
    public sealed record Planning(
        Guid? UnitId,
        ReceptionKind Kind,
        DateOnly HeldOn,
        [Text(300)] string Place,
        DateOnly? PostedOn,
        Online? Online
    );

    /// <param name="NotifiedOn">When the sites and the citizen were told.</param>
    /// <param name="Sites">The places that are connected.</param>
    public sealed record Online(DateOnly NotifiedOn, [MinLength(1), MaxLength(100)] string[] Sites);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Lập lịch tiếp công dân / Plan a session of citizen reception")
            .WithExample(
                new Request(
                    UnitId: null,
                    ReceptionKind.DinhKy,
                    new DateOnly(2026, 9, 15),
                    "Trụ sở tiếp công dân",
                    new DateOnly(2026, 9, 7),
                    Online: null
                )
            );

    static async Task<Results<Created<ReceptionView>, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        if (
            (request.UnitId ?? caller.UnitId) is not { } unit
            || !caller.Sees(unit, request.HeldOn, tree)
            || tree.Find(unit, request.HeldOn) is null
        )
            return Refused.UnknownUnit.ToProblem();
        var reception = new Reception
        {
            UnitId = unit,
            Kind = request.Kind,
            HeldOn = request.HeldOn,
            Place = request.Place,
            PostedOn = request.PostedOn,
            IsOnline = request.Online is not null,
            NotifiedOn = request.Online?.NotifiedOn,
            Sites = request.Online?.Sites ?? [],
        };
        if (reception.Plan(deadlines) is { } refused)
            return refused.ToProblem();
        db.Add(reception);
        db.Announce(
            reception,
            new ReceptionPlanned(
                reception.Id,
                EnumNames.Of(reception.Kind),
                reception.HeldOn,
                reception.IsOnline,
                reception.PostedOn,
                reception.PostBy
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/receptions/{reception.Id}", ReceptionView.Of(reception));
    }
}
