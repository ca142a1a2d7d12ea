using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records a dialogue (đối thoại) on a complaint. Luật KN Đ30, Đ39; NĐ 155/2026 Đ11.</summary>
public static class RecordDialogue
{
    /// <param name="NotifiedOn">The day of the written notice.</param>
    /// <param name="HeldOn">The day of the dialogue.</param>
    /// <param name="Attendance">Whether the complainant came.</param>
    public sealed record Request(DateOnly NotifiedOn, DateOnly HeldOn, Attendance Attendance, [Text(100)] string MinutesNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/dialogues", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Ghi nhận đối thoại / Record a dialogue on a complaint")
            .WithExample(new Request(new DateOnly(2026, 8, 12), new DateOnly(2026, 8, 18), Attendance.Present, "07/BB-UBND"));

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
                petition.Talk(new(request.NotifiedOn, request.HeldOn, request.Attendance, request.MinutesNumber), deadlines, clock.Today()),
            (petition, _) =>
                new DialogueHeld(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    petition.Round,
                    request.HeldOn,
                    EnumNames.Of(request.Attendance)
                ),
            ct
        );
    }
}
