using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Sets the day of a dialogue (đối thoại): its written notice falls due so long before. NĐ 155/2026 Đ11.</summary>
public static class PlanDialogue
{
    public sealed record Request(DateOnly HeldOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/dialogue-plan", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Định ngày đối thoại, theo dõi hạn thông báo / Set the day of a dialogue; its notice is owed before")
            .WithDescription(
                "Record the notice by `sendings` (DIALOGUE_NOTICE), the dialogue by `dialogues`. Another day takes the place of the one before."
            )
            .WithExample(new Request(new DateOnly(2099, 8, 18)));

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
            petition => petition.PlanDialogue(request.HeldOn, deadlines, clock.Today()),
            (petition, _) =>
                new DialoguePlanned(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.HeldOn,
                    petition.Deadlines.First(d => d.IsOpen && d.Rule == Duties.DialogueNotice).Due
                ),
            ct
        );
    }
}
