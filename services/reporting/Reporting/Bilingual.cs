namespace DanVan.Reporting;

/// <summary>A text for people in both languages of the platform.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Vi, string En);
