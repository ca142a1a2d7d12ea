namespace DanVan.Conferences.Documents;

/// <summary>Reads the register of documents.</summary>
public static class ListDocuments
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/", List)
            .RequireScope(Scopes.Read)
            .WithSummary("Danh sách văn bản theo số, ký hiệu, cơ quan ban hành / List documents, by number, symbol or issuer");
        group.MapGet("/{id:guid}", Get).RequireScope(Scopes.Read).WithSummary("Một văn bản / Read a document");
    }

    static async Task<Ok<Page<DocumentView>>> List(
        [Text(20)] string? number,
        [Text(50)] string? symbol,
        [Text(300)] string? issuer,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        CancellationToken ct
    )
    {
        IQueryable<CitedDocument> documents = db.Documents;
        if (number is not null)
            documents = documents.Where(x => x.Number == number);
        if (symbol is not null)
            documents = documents.Where(x => x.Symbol == symbol);
        if (issuer is not null)
            documents = documents.Where(x => x.Issuer == issuer);
        return TypedResults.Ok(await documents.ToPage(page, x => x.Id, DocumentView.Of, ct));
    }

    static async Task<Results<Ok<DocumentView>, NotFound>> Get(Guid id, ConferencesDb db, CancellationToken ct) =>
        await db.Documents.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is { } document
            ? TypedResults.Ok(DocumentView.Of(document))
            : TypedResults.NotFound();
}
