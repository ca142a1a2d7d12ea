namespace DanVan.Conferences.Contracts.V1;

/// <summary>A document that conferences cite entered the register. Subject: <c>cited-document/{DocumentId}</c>.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="UnitId">The unit that registered it.</param>
/// <param name="Issuer">The issuing body: a number alone is not unique, 01-NQ/TU exists in every province.</param>
/// <param name="Number">The number, such as 30.</param>
/// <param name="Symbol">The symbol, such as CT/TW.</param>
/// <param name="IssuedOn">The date; null when not known.</param>
public sealed record DocumentRegistered(Guid DocumentId, Guid UnitId, string Issuer, string Number, string Symbol, DateOnly? IssuedOn);
