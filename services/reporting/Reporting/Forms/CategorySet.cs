namespace DanVan.Reporting.Forms;

/// <summary>Categories by which indicators are taken apart (phân tổ). One that a shipped form uses never changes: other categories are another set.</summary>
/// <param name="Code">Unique among sets.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Article">The text that names the categories, or who does where none lays them down.</param>
/// <param name="Categories">In order.</param>
public sealed record CategorySet(string Code, Bilingual Name, Bilingual Article, IReadOnlyList<Category> Categories);

/// <summary>One of them.</summary>
/// <param name="Code">Unique in the set; the last word of the code of a cell: CS01.XA.</param>
/// <param name="Name">The name for people, as it goes on after "of these".</param>
/// <param name="Values">What events say in the field that picks it, one of them; none where no event tells.</param>
public sealed record Category(string Code, Bilingual Name, IReadOnlyList<string>? Values = null);

/// <summary>How an indicator is taken apart.</summary>
/// <param name="By">Code of the category set.</param>
/// <param name="AddsUp">Whether each thing that is counted has one category, so that the parts add up to the whole.</param>
/// <param name="Field">The field of the events whose value picks the category; for indicators that are counted from events, and always for those.</param>
public sealed record Disaggregation(string By, bool AddsUp, string? Field = null);

/// <summary>Of which indicator a cell is a part.</summary>
/// <param name="Indicator">Code of the whole.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="OfChoice">Whether the whole is a choice: the cell is then 1 where the category was chosen and 0 where another was.</param>
public sealed record PartOf(string Indicator, string Category, bool OfChoice = false);
