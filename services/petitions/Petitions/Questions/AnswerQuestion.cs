using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Receipts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Questions;

/// <summary>The petitioner answers, once. Sent again, the same answer is the same; another one is refused, so that an official never reads two.</summary>
public static class AnswerQuestion
{
    public sealed record Request(
        [Pattern(TrackingCode.Written)] string Code,
        [Pattern(ReadStatus.PinWritten)] string Pin,
        Guid QuestionId,
        [Text(4000)] string Answer
    )
    {
        /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
        public override string ToString() => nameof(Request);
    }

    static readonly Request Example = new(
        ReadStatus.ExampleCode,
        ReadStatus.ExamplePin,
        new Guid("01980000-0000-7000-8000-000000000001"),
        "Quyết định được giao cho gia đình tôi ngày 06/07/2026."
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/answers", Handle)
            .AllowAnonymous()
            .WithoutIdempotency() // The same answer again changes nothing.
            .WithSummary("Trả lời câu hỏi của cơ quan giải quyết / Answer what was asked")
            .WithExample(Example);

    static async Task<Results<Ok<StatusView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        ReceiptDesk desk,
        StatusPage page,
        QuestionVault vault,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (petition, wrong) = await desk.Open(request.Code, request.Pin, response.HttpContext, ct);
        if (petition is null)
            return wrong!;
        // Whoever it was sent on to asks through the code of the first receipt: there is no other.
        IReadOnlyList<Petition> asking = [petition, .. await db.Onward(petition, ct)];
        var ids = asking.Select(p => p.Id).ToList();
        var question = await db.Questions.SingleOrDefaultAsync(q => q.Id == request.QuestionId && ids.Contains(q.PetitionId), ct);
        if (question is null)
            return Refused.UnknownQuestion.ToProblem();
        var asked = asking.Single(p => p.Id == question.PetitionId);
        if (question.Answer is not null)
            return vault.Open(question).Answer == request.Answer
                ? TypedResults.Ok(await page.Of(petition, ct))
                : Refused.AlreadyAnswered.ToProblem();
        if (asked.MayAnswer() is { } refused)
            return refused.ToProblem();
        var today = clock.Today();
        question.Take(vault.SealAnswer(question, request.Answer), today);
        db.Announce(asked, new QuestionAnswered(asked.Id, EnumNames.Of(asked.Kind), EnumNames.Of(asked.Field), question.Id, today));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await page.Of(petition, ct));
    }
}
