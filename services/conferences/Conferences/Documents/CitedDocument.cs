namespace DanVan.Conferences.Documents;

/// <summary>A document in its canonical form. What a conference printed ("Chỉ thị số 30") is resolved to it when somebody knows which one is meant.</summary>
public sealed class CitedDocument : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that registered it. Documents are cited across units, so every caller with the scope may read them.</summary>
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    public required string Issuer { get; init; }
    public required string Number { get; init; }
    public required string Symbol { get; init; }
    public required DateOnly? IssuedOn { get; init; }
    public required string? Title { get; init; }

    /// <summary>How sure the canonical form is, and from where.</summary>
    public required string? Note { get; init; }
    public required byte[] EntryDigest { get; init; }
}

/// <summary>A document in its canonical form.</summary>
public sealed record DocumentView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Issuer,
    string Number,
    string Symbol,
    DateOnly? IssuedOn,
    string? Title,
    string? Note
) : IVersionedView
{
    public static DocumentView Of(CitedDocument x) =>
        new(x.Id, x.Version, x.UnitId, x.Issuer, x.Number, x.Symbol, x.IssuedOn, x.Title, x.Note);
}
