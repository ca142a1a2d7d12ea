using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Documents;

/// <summary>Enters a document that conferences cite.</summary>
public static class RegisterDocument
{
    /// <summary>A document. Issuer, number, symbol and date together name one.</summary>
    /// <param name="Id">Identity, a UUIDv7 chosen by the caller; made here when absent. The same request again answers with what it made.</param>
    /// <param name="UnitId">The unit that registers it.</param>
    /// <param name="Issuer">The issuing body, such as "Bộ Chính trị".</param>
    /// <param name="Number">The number, such as 30.</param>
    /// <param name="Symbol">The symbol, such as CT/TW.</param>
    /// <param name="IssuedOn">The date; absent when not known.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Note">How sure the canonical form is, and from where.</param>
    public sealed record Request(
        Guid? Id,
        Guid UnitId,
        [Text(300)] string Issuer,
        [Text(20)] string Number,
        [Text(50)] string Symbol,
        DateOnly? IssuedOn,
        [Text(1000)] string? Title,
        [Text(500)] string? Note
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi văn bản được viện dẫn / Register a document that conferences cite")
            .WithExample(
                new Request(
                    new Guid("019cfa1c-5000-7000-8000-000000000005"),
                    RootUnit.Id,
                    "Thủ tướng Chính phủ",
                    "33",
                    "CT/TTg",
                    new DateOnly(2021, 11, 26),
                    "Tăng cường và đổi mới công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp",
                    null
                )
            );

    static async Task<Results<Created<DocumentView>, Ok<DocumentView>, ProblemHttpResult>> Handle(
        Request request,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var digest = EntryDigest.Of(request);
        if (request.Id is { } asked && await db.Documents.SingleOrDefaultAsync(x => x.Id == asked, ct) is { } entered)
            return entered.EntryDigest.AsSpan().SequenceEqual(digest)
                ? TypedResults.Ok(DocumentView.Of(entered))
                : ConferenceRejections.AlreadyExists.ToProblem();
        if (!caller.ActsFor(request.UnitId, clock.Today(), tree))
            return References.OutOfReach("unitId").ToProblem();
        var document = new CitedDocument
        {
            Id = request.Id ?? Guid.CreateVersion7(),
            UnitId = request.UnitId,
            Issuer = request.Issuer,
            Number = request.Number,
            Symbol = request.Symbol,
            IssuedOn = request.IssuedOn,
            Title = request.Title,
            Note = request.Note,
            EntryDigest = digest,
        };
        db.Add(document);
        db.Announce(
            document,
            new DocumentRegistered(document.Id, document.UnitId, document.Issuer, document.Number, document.Symbol, document.IssuedOn)
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/documents/{document.Id}", DocumentView.Of(document));
    }
}
