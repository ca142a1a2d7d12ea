using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>Records that a session was held, and by whom.</summary>
public static class HoldReception
{
    /// <param name="TestedOn">When the connection of an online session was tested.</param>
    /// <param name="Recorded">Whether sound and picture were recorded.</param>
    public sealed record Request(ReceivedBy ReceivedBy, DateOnly? TestedOn, bool? Recorded);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/holding", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi buổi tiếp đã diễn ra / Record that a session was held")
            .WithExample(new Request(ReceivedBy.Head, TestedOn: null, Recorded: null));

    static Task<Results<Ok<ReceptionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            reception => reception.Hold(request.ReceivedBy, request.TestedOn, request.Recorded is true, deadlines, clock.Today()),
            reception => new ReceptionHeld(
                id,
                EnumNames.Of(reception.Kind),
                reception.HeldOn,
                EnumNames.Of(request.ReceivedBy),
                reception.IsOnline,
                reception.PostedInTime
            ),
            ct
        );
}
