using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Documents;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Intake;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Letters;

/// <summary>Issues a letter: writes it by its form from what is known of the petition, and gives it the next number of the unit.</summary>
public static class IssueLetter
{
    /// <param name="Form">Code of the form: see /letters/forms.</param>
    /// <param name="IssuedOn">The date that the letter bears.</param>
    /// <param name="Capacity">TM, KT, TL or TUQ; left out when the head signs by their own right.</param>
    /// <param name="OnBehalfOf">With a capacity: the body or the head (KT. CHỦ TỊCH).</param>
    /// <param name="SignerPosition">The position of who signs.</param>
    /// <param name="SignerName">The name of who signs.</param>
    /// <param name="Text">What is added to the form's text: a request, a reason, time and place. Without anything that tells who petitions.</param>
    public sealed record Request(
        [Text(40)] string Form,
        DateOnly IssuedOn,
        SigningCapacity? Capacity,
        [Text(200)] string? OnBehalfOf,
        [Text(200)] string SignerPosition,
        [Text(200)] string SignerName,
        [Text(4000)] string? Text
    );

    static readonly Request Example = new(
        "RECEIPT",
        new DateOnly(2026, 8, 5),
        SigningCapacity.KT,
        "Chủ tịch",
        "Phó Chủ tịch",
        "Trần Văn Mẫu",
        "Đề nghị mang theo giấy tờ có liên quan khi được mời làm việc."
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/letters", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Ban hành văn bản theo mẫu và cấp số / Issue a letter by its form, with the next number")
            .WithDescription(
                "Which form may be issued depends on kind and state. Numbers of state bodies run within a calendar year (NĐ 30/2020 Đ15), those of party bodies "
                    + "by type within a term; they have neither gaps nor repeats. The letter keeps places for the petitioner's name and address, not the name: see named-copies."
            )
            .WithExample(Example);

    static async Task<Results<Created<LetterView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        LetterForms forms,
        LetterBook letters,
        PetitionBook petitioners,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } stale)
            return stale;
        if (forms.Find(request.Form, request.IssuedOn) is not { } form)
            return RefusedLetter.UnknownForm(forms.InForce(request.IssuedOn).Select(known => known.Code)).ToProblem();
        if (request.Capacity is null != request.OnBehalfOf is null)
            return RefusedLetter.CapacityHalfTold.ToProblem();
        var followUp = await db.FollowUps.AsNoTracking().SingleOrDefaultAsync(f => f.PetitionId == id, ct);
        var awaitsAnswer = followUp is { AnsweredOn: null };
        if (petition.MayBeWritten(form, request.IssuedOn, request.Text, awaitsAnswer, clock.Today()) is { } refused)
            return refused.ToProblem();
        if (request.Text is { } text && (await petitioners.PetitionerOf(id, ct))?.IsNamedIn(text) == true)
            return (Refused.IdentityInSummary with { Field = "text" }).ToProblem();

        var signature = new Signature(request.Capacity, request.OnBehalfOf, request.SignerPosition, request.SignerName);
        var (unissued, letter) = await letters.Issue(petition, form, request.IssuedOn, signature, followUp, request.Text, ct);
        if (letter is null)
            return unissued!.ToProblem();
        db.Add(letter);
        db.Announce(
            petition,
            new LetterIssued(
                id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Field),
                letter.N,
                letter.Form,
                letter.Number,
                EnumNames.Of(letter.Addressee),
                letter.IssuedOn
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/petitions/{id}/letters/{letter.N}",
            LetterView.Of(letter, LetterText.Neutral(letter.Document, petition))
        );
    }
}
