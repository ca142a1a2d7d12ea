using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records that something was sent which is owed to somebody by a day (gửi, thông báo). The duty is done in time or late.</summary>
public static class RecordSending
{
    /// <param name="To">To whom, by role.</param>
    /// <param name="ReceivedOn">When the first of them received it, where that is known.</param>
    public sealed record Request(
        SendingKind What,
        [Items(1, 7)] IReadOnlyList<Addressee> To,
        DateOnly SentOn,
        [Text(100)] string DocumentNumber,
        DateOnly? ReceivedOn
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/sendings", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Ghi nhận việc gửi, thông báo văn bản / Record that something owed was sent")
            .WithDescription(
                "The duty ends once all have been sent it whom its rule names (`addressees` in /deadlines/rules). The receipt of a first decision by the "
                    + "petitioner starts the limit of a second complaint."
            )
            .WithExample(
                new Request(SendingKind.Decision, [Addressee.Petitioner], new DateOnly(2026, 8, 31), "45/QĐ-UBND", new DateOnly(2026, 9, 3))
            );

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
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
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
                petition.Send(
                    request.What,
                    [.. request.To.Distinct()],
                    request.SentOn,
                    request.DocumentNumber,
                    request.ReceivedOn,
                    deadlines,
                    clock.Today()
                ),
            (petition, _) =>
            {
                var duty = petition.DutyOfLastSending;
                return new DocumentSent(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(request.What),
                    [.. petition.Sendings[^1].To.Select(EnumNames.Of)],
                    request.SentOn,
                    duty.Rule,
                    duty.Due,
                    duty.InTime
                );
            },
            ct
        );
    }
}
