namespace DanVan.Awards.Contracts.V1;

/// <summary>A model was recognised (công nhận) at a level. Subject: <c>model/{ModelId}</c>.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="UnitId">The unit that registered it.</param>
/// <param name="Kind">MODEL or TYPICAL_INDIVIDUAL.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Level">GRASSROOTS (cơ sở), DISTRICT (until 30/06/2025), PROVINCE or CENTRAL.</param>
/// <param name="RecognisedOn">The day of recognition.</param>
public sealed record ModelRecognised(Guid ModelId, Guid UnitId, string Kind, string Field, string Level, DateOnly RecognisedOn);
