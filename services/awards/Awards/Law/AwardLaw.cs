using System.Text.Json;
using System.Text.Json.Serialization;
using DanVan.Awards.Decisions;

namespace DanVan.Awards.Law;

/// <summary>
/// The law on emulation and commendation as dated rows: which law and decree, who decides a form, how much money goes with it, which share of a
/// council must agree. Every row names its source and how sure we are of it, so that a board can replace what it knows better.
/// </summary>
public sealed record AwardLaw(
    IReadOnlyList<LawRow> Laws,
    IReadOnlyList<BaseSalaryRow> BaseSalaries,
    IReadOnlyList<CommendationType> CommendationTypes,
    IReadOnlyList<AwardForm> Forms,
    IReadOnlyList<CoefficientRow> Coefficients,
    IReadOnlyList<VoteThresholdRow> VoteThresholds,
    IReadOnlyList<ClearanceRow> Clearances
)
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    /// <summary>The law and decree in force on a day; null where no row covers the day.</summary>
    public LawRow? On(DateOnly day) => Laws.SingleOrDefault(row => row.Covers(day));

    /// <summary>The base salary (lương cơ sở) of a day; null where no row covers the day.</summary>
    public BaseSalaryRow? SalaryOn(DateOnly day) => BaseSalaries.SingleOrDefault(row => row.Covers(day));

    /// <summary>The rule of a day that nobody is rewarded while something stands against it; null where none was in force.</summary>
    public ClearanceRow? ClearanceOn(DateOnly day) => Clearances.SingleOrDefault(row => row.Covers(day));

    public AwardForm? Form(string code) => Forms.SingleOrDefault(form => form.Code == code);

    public CommendationType? Type(string code) => CommendationTypes.SingleOrDefault(type => type.Code == code);

    /// <summary>The share of the base salary that goes with a form under a decree; null where the decree's value is not on file.</summary>
    public CoefficientRow? Coefficient(string lawId, string form, RecipientKind kind) =>
        Coefficients.SingleOrDefault(row => row.LawId == lawId && row.Form == form && row.Kind == kind);

    /// <summary>Reads and checks a rule file; a file that contradicts itself stops the start with a sentence that says where.</summary>
    public static AwardLaw Load(string path)
    {
        using var file = File.OpenRead(path);
        var law = JsonSerializer.Deserialize<AwardLaw>(file, Strict) ?? throw new InvalidDataException($"{path} holds no award rules");
        var faults = law.Faults().ToList();
        return faults.Count == 0 ? law : throw new InvalidDataException($"{path}: {string.Join("; ", faults)}");
    }

    IEnumerable<string> Faults()
    {
        foreach (var day in Overlaps(Laws))
            yield return $"two laws are in force on {day:O}";
        foreach (var day in Overlaps(BaseSalaries))
            yield return $"two base salaries are in force on {day:O}";
        foreach (var day in Overlaps(Clearances))
            yield return $"two rules of clearance are in force on {day:O}";
        foreach (var code in Forms.CountBy(form => form.Code).Where(count => count.Value > 1))
            yield return $"the form {code.Key} stands twice";
        foreach (var row in Coefficients.Where(row => Form(row.Form) is null || Laws.All(law => law.Id != row.LawId)))
            yield return $"the coefficient {row.LawId}/{row.Form} names an unknown law or form";
        foreach (var row in Coefficients.CountBy(row => (row.LawId, row.Form, row.Kind)).Where(count => count.Value > 1))
            yield return $"the coefficient {row.Key} stands twice";
        foreach (var row in VoteThresholds.Where(row => Form(row.Form) is null || Laws.All(law => law.Id != row.LawId)))
            yield return $"the vote threshold {row.LawId}/{row.Form} names an unknown law or form";
    }

    static IEnumerable<DateOnly> Overlaps(IEnumerable<IDated> rows) =>
        rows.OrderBy(row => row.From)
            .Pairwise()
            .Where(pair => pair.First.To is not { } end || end >= pair.Second.From)
            .Select(pair => pair.Second.From);
}

file static class Sequences
{
    public static IEnumerable<(T First, T Second)> Pairwise<T>(this IOrderedEnumerable<T> rows)
    {
        var sorted = rows.ToList();
        return sorted.Zip(sorted.Skip(1));
    }
}
