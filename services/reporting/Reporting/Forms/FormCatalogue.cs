using DanVan.Chassis.Http;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Forms;

/// <summary>All versions of all forms. A form that contradicts itself stops the start.</summary>
public sealed class FormCatalogue
{
    readonly ILookup<string, Form> byCode;

    /// <summary>Holds these forms, taken apart as they say, after checking each.</summary>
    /// <param name="forms">Every version of every form, as it stands in its file.</param>
    /// <param name="sets">The sets by which their indicators are taken apart.</param>
    /// <exception cref="InvalidOperationException">A form contradicts itself; the message says where.</exception>
    public FormCatalogue(IEnumerable<Form> forms, IEnumerable<CategorySet>? sets = null)
    {
        var byCodeOfSet = (sets ?? []).ToDictionary(set => set.Code);
        All = [.. forms.Select(form => form.WithParts(byCodeOfSet)).OrderBy(form => form.Code).ThenBy(form => form.Version)];
        byCode = All.ToLookup(form => form.Code);
        foreach (var form in All)
            Check(form);
    }

    /// <summary>The forms shipped with the service.</summary>
    public static FormCatalogue Shipped() =>
        new(DataFile.Names("forms/").Select(name => DataFile.Read<Form>(name)), DataFile.Read<List<CategorySet>>("categories.json"));

    /// <summary>Every version of every form.</summary>
    public IReadOnlyList<Form> All { get; }

    /// <summary>The version of a form that a period is reported on; null with what is wrong about the request otherwise.</summary>
    public Form? InForce(string code, Period period, out Rejection? refused)
    {
        refused = null;
        if (!byCode.Contains(code))
            refused = Wrong("form", $"Không có biểu mẫu {code}.", $"There is no form {code}.");
        else if (byCode[code].LastOrDefault(form => form.InForceFrom <= period.To && !(form.InForceTo < period.To)) is not { } form)
            refused = Wrong(
                "form",
                "Biểu mẫu không có hiệu lực vào ngày cuối kỳ.",
                "The form is not in force on the last day of the period."
            );
        else if (!form.Regimes.Contains(period.Regime))
            refused = Wrong("period.regime", "Biểu mẫu này không dùng cho chế độ báo cáo đó.", "The form is not used under this regime.");
        else if (!form.PeriodKinds.Contains(period.Kind))
            refused = Wrong("period.kind", "Biểu mẫu này không dùng cho loại kỳ đó.", "The form is not used for this kind of period.");
        else
            return form;
        return null;
    }

    /// <summary>A version that a report was made on.</summary>
    public Form Version(string code, int version) => byCode[code].Single(form => form.Version == version);

    static void Check(Form form)
    {
        var codes = new HashSet<string>();
        foreach (var indicator in form.Indicators)
        {
            if (!codes.Add(indicator.Code))
                throw Wrong(form, indicator, "stands twice");
            if (indicator.Formula is { Events: [] } or { Sum: not null, Events: not [_] })
                throw Wrong(form, indicator, "counts no event, or adds up a field of several");
            if (
                indicator.Type is IndicatorType.Ratio != indicator.Ratio is not null
                || (indicator.Ratio is not null && indicator.Formula is not null)
            )
                throw Wrong(form, indicator, "must have parts when it is a ratio, and only then");
            if (indicator is { Type: IndicatorType.File, Formula: not null })
                throw Wrong(form, indicator, "holds a file, which no event tells");
            if (
                indicator.Type is IndicatorType.Choice != indicator.Choices is not null
                || (indicator.Choices is not null && indicator.Formula is not null)
            )
                throw Wrong(
                    form,
                    indicator,
                    "must be taken apart by what there is to choose from when it is a choice, and is counted from no event then"
                );
            if (!IsCountedOnceEverywhere(indicator))
                throw Wrong(
                    form,
                    indicator,
                    "counts each once over units and over time, as a COUNT and by a field of its events, or not at all"
                );
        }
        foreach (var indicator in form.Indicators)
            if (indicator.Ratio is { } ratio && !(IsNumber(form.Find(ratio.Numerator)) && IsNumber(form.Find(ratio.Denominator))))
                throw Wrong(form, indicator, "has parts that the form lacks, or that are ratios themselves");
        foreach (var check in form.Checks ?? [])
            CheckRule(form, check, codes.Add($"check {check.Code}"));
    }

    static void CheckRule(Form form, FormCheck check, bool isNew)
    {
        try
        {
            if (!isNew || check.Cells.FirstOrDefault(cell => form.Find(cell.Code) is not { HoldsNumber: true }) is not null)
                throw Wrong(form, check, isNew ? "names a cell that the form lacks, or one without a number" : "stands twice");
        }
        catch (ExpressionException none)
        {
            throw Wrong(form, check, $"holds no expression: {none.Message}");
        }
    }

    /// <summary>Parts of a ratio are added up over units before they are divided.</summary>
    static bool IsNumber(Indicator? part) =>
        part is { Type: IndicatorType.Count or IndicatorType.Number or IndicatorType.Money, OverUnits: not Aggregation.Distinct };

    static bool IsCountedOnceEverywhere(Indicator indicator) =>
        indicator.OverUnits is Aggregation.Distinct
            ? indicator
                is {
                    Type: IndicatorType.Count,
                    OverTime: Aggregation.Distinct,
                    Formula: null or { Distinct: not null, Sum: null, Of: null }
                }
            : indicator is { OverTime: not Aggregation.Distinct, Formula: null or { Distinct: null } };

    static Rejection Wrong(string field, string vi, string en) =>
        new("reporting.form-not-for-period", vi, en, StatusCodes.Status400BadRequest, field);

    static InvalidOperationException Wrong(Form form, FormCheck check, string what) =>
        new($"Form {form.Code} version {form.Version}: check {check.Code} {what}");

    static InvalidOperationException Wrong(Form form, Indicator indicator, string what) =>
        new($"Form {form.Code} version {form.Version}: indicator {indicator.Code} {what}");
}
