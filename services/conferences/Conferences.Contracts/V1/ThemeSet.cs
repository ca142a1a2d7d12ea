namespace DanVan.Conferences.Contracts.V1;

/// <summary>The theme (chủ đề) of a year was entered for a scope. Subject: <c>theme/{ThemeId}</c>.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="UnitId">The unit whose theme it is.</param>
/// <param name="Year">The year.</param>
/// <param name="Scope">Whom it reaches: TOAN_QUOC, TINH, XA or LIEN_NGANH.</param>
/// <param name="Name">The theme in its own words.</param>
public sealed record ThemeSet(Guid ThemeId, Guid UnitId, int Year, string Scope, string Name);
