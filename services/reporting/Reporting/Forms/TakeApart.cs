using System.Text.Json;
using DanVan.Reporting.Checks;

namespace DanVan.Reporting.Forms;

/// <summary>
/// Puts a cell for each category behind an indicator that says by what it is taken apart. To everything else they are cells as others are: CS01.XA beside CS01, of
/// the same type, counted and added up in the same way.
/// </summary>
static class TakeApart
{
    /// <summary>The form with the cells of its categories, and with a rule for those that add up.</summary>
    /// <exception cref="InvalidOperationException">A disaggregation makes no sense; the message says where.</exception>
    public static Form WithParts(this Form form, IReadOnlyDictionary<string, CategorySet> sets)
    {
        // One that stands twice is refused with the form.
        var apart = form.Indicators.Where(one => one.Disaggregation is not null).DistinctBy(one => one.Code).ToList();
        if (apart.Count == 0)
            return form;
        var setOf = apart.ToDictionary(one => one.Code, one => SetOf(form, one, sets));
        return form with
        {
            Sections =
            [
                .. form.Sections.Select(section => section with { Indicators = [.. section.Indicators.SelectMany(WholeAndParts)] }),
            ],
            Checks = [.. form.Checks ?? [], .. apart.Where(one => one.Disaggregation!.AddsUp).Select(one => AddsUp(one, setOf[one.Code]))],
            CategorySets = [.. setOf.Values.Distinct()],
        };

        IEnumerable<Indicator> WholeAndParts(Indicator one) =>
            setOf.TryGetValue(one.Code, out var set)
                ?
                [
                    one.Type is IndicatorType.Choice ? one with { Choices = set.Categories } : one,
                    .. set.Categories.Select(category => Part(one, category)),
                ]
                : [one];
    }

    static CategorySet SetOf(Form form, Indicator indicator, IReadOnlyDictionary<string, CategorySet> sets)
    {
        var apart = indicator.Disaggregation!;
        if (!sets.TryGetValue(apart.By, out var set))
            throw Wrong("is taken apart by a set that there is not");
        if (indicator.Formula is not null != apart.Field is not null)
            throw Wrong("must name the field that picks the category when events are counted, and only then");
        if (apart.Field is not null && set.Categories.FirstOrDefault(category => category.Values is not { Count: > 0 }) is { } mute)
            throw Wrong($"cannot be counted for {mute.Code}: no value of a field picks it");
        if (apart.AddsUp && indicator.Ratio is not null)
            throw Wrong("is a ratio, whose parts do not add up");
        if (apart.AddsUp && indicator.Type is IndicatorType.Choice)
            throw Wrong("is a choice, which is no whole that its parts add up to");
        if (apart.AddsUp && indicator.OverUnits is Aggregation.Distinct)
            throw Wrong("counts each once, and who stands in two categories would not");
        return set;

        InvalidOperationException Wrong(string what) => new($"Form {form.Code} version {form.Version}: indicator {indicator.Code} {what}");
    }

    static Indicator Part(Indicator whole, Category category) =>
        whole with
        {
            Code = CodeOf(whole.Code, category),
            Type = whole.Type is IndicatorType.Choice ? IndicatorType.Count : whole.Type,
            Name = new($"Trong đó: {category.Name.Vi}", $"Of these: {category.Name.En}"),
            Formula = whole.Formula is { } formula ? Only(formula, whole.Disaggregation!.Field!, category.Values!) : null,
            Ratio = whole.Ratio is { } ratio ? new(CodeOf(ratio.Numerator, category), CodeOf(ratio.Denominator, category)) : null,
            Disaggregation = null,
            PartOf = new(whole.Code, category.Code, whole.Type is IndicatorType.Choice),
        };

    /// <summary>The same events, as far as the field says so.</summary>
    static Formula Only(Formula formula, string field, IReadOnlyList<string> values) =>
        formula with
        {
            Events =
            [
                .. from match in formula.Events
                from value in values
                let picked = new Dictionary<string, JsonElement>(match.Where ?? new Dictionary<string, JsonElement>())
                {
                    [field] = JsonSerializer.SerializeToElement(value),
                }
                select match with
                {
                    Where = picked,
                },
            ],
        };

    /// <summary>
    /// The parts add up to the whole. Who told the whole alone, or nothing but parts, has said nothing wrong; once both are told, a part that is left out counts as
    /// nothing.
    /// </summary>
    static FormCheck AddsUp(Indicator whole, CategorySet set) =>
        new(
            $"{whole.Code}.{set.Code}",
            new(
                $"{whole.Name.Vi}: {set.Name.Vi} cộng lại bằng tổng số",
                $"{whole.Name.En}: the parts by {set.Name.En} add up to the whole"
            ),
            string.Join(" + ", set.Categories.Select(category => CodeOf(whole.Code, category))),
            Comparison.Equal,
            whole.Code,
            Severity.Warn,
            MissingValues.SkipIfSide
        );

    static string CodeOf(string whole, Category category) => $"{whole}.{category.Code}";
}
