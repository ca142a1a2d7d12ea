using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receptions;

/// <summary>Cancels a session that was planned.</summary>
public static class CancelReception
{
    public sealed record Request([Text(100)] string DocumentNumber, [Text(300)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/cancellation", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Hủy buổi tiếp / Cancel a session")
            .WithExample(new Request("21/TB-TCD", "Thay đổi lịch công tác"));

    static Task<Results<Ok<ReceptionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            reception => reception.Cancel(request.DocumentNumber, request.Reason),
            reception => new ReceptionCancelled(id, EnumNames.Of(reception.Kind), reception.HeldOn),
            ct
        );
}
