using DanVan.Reporting.Checks;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Forms;

/// <summary>A report form (biểu mẫu): its indicators in sections. A version never changes once shipped; a change is the next version.</summary>
/// <param name="Code">Identity across versions.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="InForceFrom">The first day on which a period reported on this version may end.</param>
/// <param name="InForceTo">The last such day; null while in force.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Regimes">Codes of the regimes under which it is reported.</param>
/// <param name="PeriodKinds">The kinds of period it is reported for.</param>
/// <param name="Sections">The sections in order.</param>
/// <param name="Checks">The rules that its cells keep.</param>
/// <param name="CategorySets">The sets by which its indicators are taken apart.</param>
public sealed record Form(
    string Code,
    int Version,
    DateOnly InForceFrom,
    DateOnly? InForceTo,
    Bilingual Name,
    IReadOnlyList<string> Regimes,
    IReadOnlyList<PeriodKind> PeriodKinds,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<FormCheck>? Checks = null,
    IReadOnlyList<CategorySet>? CategorySets = null
)
{
    /// <summary>All indicators in order.</summary>
    public IEnumerable<Indicator> Indicators => Sections.SelectMany(section => section.Indicators);

    /// <summary>The indicator with this code.</summary>
    public Indicator? Find(string code) => Indicators.FirstOrDefault(indicator => indicator.Code == code);
}

/// <summary>A part of a form.</summary>
/// <param name="Code">Unique in the form.</param>
/// <param name="Name">The heading for people.</param>
/// <param name="Indicators">Its indicators in order.</param>
public sealed record Section(string Code, Bilingual Name, IReadOnlyList<Indicator> Indicators);

/// <summary>One line of a form: what its cell holds, how cells of several units or periods become one, and what computes it.</summary>
/// <param name="Code">Unique in the form, and the same in all its versions.</param>
/// <param name="Name">The label for people.</param>
/// <param name="Type">What the cell holds.</param>
/// <param name="OverUnits">How the cells of the units below become one.</param>
/// <param name="OverTime">How the cells of shorter periods become one.</param>
/// <param name="Formula">Counts it from events; null when it is entered by hand.</param>
/// <param name="Ratio">Divides two other cells; for RATIO only.</param>
/// <param name="Disaggregation">How it is taken apart: its parts are the cells after it. A choice is one of these categories.</param>
/// <param name="PartOf">Of which it is a part; null for one that stands by itself.</param>
/// <param name="Choices">What a choice is made from, and none for any other type; a form file names the set only.</param>
public sealed record Indicator(
    string Code,
    Bilingual Name,
    IndicatorType Type,
    Aggregation OverUnits,
    Aggregation OverTime,
    Formula? Formula = null,
    Ratio? Ratio = null,
    Disaggregation? Disaggregation = null,
    PartOf? PartOf = null,
    IReadOnlyList<Category>? Choices = null
)
{
    /// <summary>Whether its cells hold numbers, which add up, or are told apart at least.</summary>
    internal bool HoldsNumber => Type is not (IndicatorType.Text or IndicatorType.Choice or IndicatorType.File);

    /// <summary>Whether it is worked out from other cells of the same report, so that nobody enters it.</summary>
    internal bool IsComputed => Ratio is not null || PartOf is { OfChoice: true };
}

/// <summary>What a cell holds.</summary>
public enum IndicatorType
{
    /// <summary>A whole number, zero or more.</summary>
    Count,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount in đồng.</summary>
    Money,

    /// <summary>A quotient of two cells.</summary>
    Ratio,

    /// <summary>A narrative.</summary>
    Text,

    /// <summary>One of the categories of a set, by its code. Each category is a cell after it that counts 1 where it was chosen, so that units above add up how many chose it.</summary>
    Choice,

    /// <summary>An annex (phụ lục): the cell says the SHA-256 of the file.</summary>
    File,
}

/// <summary>How several values become one.</summary>
public enum Aggregation
{
    /// <summary>Added.</summary>
    Sum,

    /// <summary>The earliest stands: a stock at the beginning of the period.</summary>
    First,

    /// <summary>The latest stands: a stock at the end of the period.</summary>
    Last,

    /// <summary>Divided anew from the added parts; quotients are never averaged.</summary>
    Ratio,

    /// <summary>Texts are merged by people; files stand side by side.</summary>
    Narrative,

    /// <summary>People, or other things, each counted once: who stands in several reports would be counted twice, so they never add up. A unit above counts anew.</summary>
    Distinct,
}

/// <summary>A figure counted from events.</summary>
/// <param name="Events">Which events count.</param>
/// <param name="Sum">A field of the one event to add up; null counts the subjects of the events, each once: a petition resolved twice is one.</param>
/// <param name="Of">For petitions: whether papers or cases are counted.</param>
/// <param name="Distinct">A field whose different values are counted, each once, however many events name it; for DISTINCT only.</param>
public sealed record Formula(IReadOnlyList<EventMatch> Events, string? Sum = null, CountOf? Of = null, string? Distinct = null);

/// <summary>What a petition is counted as: several papers may be about one case, and one paper about several.</summary>
public enum CountOf
{
    /// <summary>Papers (đơn), each once: parts that were split off one are left out.</summary>
    Papers,

    /// <summary>Cases (vụ việc), as often as it happened to them: papers that were joined to another case are left out.</summary>
    Cases,
}

/// <summary>Events of one type whose fields have these values.</summary>
/// <param name="Type">The type on the wire: vn.danvan.petitions.petition-received.v1.</param>
/// <param name="Where">Values of fields of the event, as in its JSON; null matches all.</param>
public sealed record EventMatch(string Type, IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Where = null)
{
    /// <summary>The source that publishes the type, as in the events: /danvan/petitions.</summary>
    public string Source => $"/danvan/{Type.Split('.')[2]}";
}

/// <summary>A quotient that keeps its parts.</summary>
/// <param name="Numerator">Code of the cell above the line.</param>
/// <param name="Denominator">Code of the cell below it.</param>
public sealed record Ratio(string Numerator, string Denominator);
