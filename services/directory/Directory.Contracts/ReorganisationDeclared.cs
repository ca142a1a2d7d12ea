namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// It was declared which units go up in which on a date (sắp xếp đơn vị hành chính). The units themselves change when the list of units of that date is
/// carried out; each then has its own <see cref="UnitRecorded"/>.
/// </summary>
/// <param name="ReorganisationId">Identity of the reorganisation.</param>
/// <param name="EffectiveOn">The date on which it takes effect.</param>
/// <param name="LegalBasis">The document that decided it, as cited.</param>
/// <param name="Mergers">How many units are declared to go up in another, after this declaration.</param>
public sealed record ReorganisationDeclared(Guid ReorganisationId, DateOnly EffectiveOn, string LegalBasis, int Mergers);
