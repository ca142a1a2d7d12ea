using System.Runtime.CompilerServices;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Exchange;

/// <summary>Understands which figures are to be given out, and reads them period by period.</summary>
sealed class FigureDatasets(
    FigureSums sums,
    FigureDesk desk,
    RegimeCatalogue regimes,
    FormCatalogue forms,
    UnitTree tree,
    IOptions<ExchangeOptions> options
)
{
    const int LongestSeries = 120;

    /// <summary>What is asked for; or why this caller gets no answer.</summary>
    public (Dataset? Dataset, Rejection? Refused) Understand(DatasetQuestion question, Caller caller)
    {
        var toYear = question.ToYear ?? question.FromYear;
        if (regimes.Between(question.FromYear, toYear, question.Regime, question.Kind, LongestSeries, out var refused) is not { } periods)
            return (null, refused);
        if (question.Index is { } index && (periods = [.. periods.Where(period => period.Index == index)]).Count == 0)
            return (null, NoSuchIndex);
        var last = periods[^1];
        if (forms.InForce(question.Form, last, out refused) is not { } form)
            return (null, refused);
        if (desk.UnitOn(last.To, question.UnitId, caller) is not { } top)
            return (null, OpenReport.UnknownUnit);
        var unit = tree.Find(top, last.To)!;
        if (periods.Select(period => desk.Hidden(form, period, question.Basis, caller)).FirstOrDefault(no => no is not null) is { } hidden)
            return (null, hidden);
        if (question.Indicator?.FirstOrDefault(code => form.Find(code) is not { HoldsNumber: true }) is { } unknown)
            return (null, NoSuchIndicator(unknown));
        var indicators = form.Indicators.Where(one => one.HoldsNumber);
        if (question.Indicator is { Length: > 0 } wanted)
            indicators = indicators.Where(one => wanted.Contains(one.Code));
        var dataset = new Dataset(
            $"{form.Name.Vi} – {unit.FullName}",
            form,
            EnumNames.Of(question.Basis ?? Basis.Approved),
            periods,
            [.. Below(unit, question.Depth ?? 1, last.To)],
            [.. indicators]
        );
        return dataset.Size <= options.Value.Values ? (dataset, null) : (null, TooLarge(dataset.Size));
    }

    /// <summary>The values of each period: unit by unit, indicator by indicator.</summary>
    public async IAsyncEnumerable<IReadOnlyList<DatasetValue>> Read(Dataset dataset, [EnumeratorCancellation] CancellationToken ct)
    {
        Guid[] units = [.. dataset.Units.Select(unit => unit.UnitId)];
        string[] cells = [.. dataset.Indicators.SelectMany(FigureDesk.CellsOf).Distinct()];
        foreach (var period in dataset.Periods)
        {
            var form = forms.InForce(dataset.Form.Code, period, out _);
            var collection = await sums.Find(dataset.Form.Code, period, EnumNames.Parse<Basis>(dataset.Basis), ct);
            var totals = (await sums.Whole(collection, units, cells, ct))
                .GroupBy(of => of.UnitId)
                .ToDictionary(of => of.Key, of => FigureDesk.ByCell(of.Select(one => one.Total)));
            yield return
            [
                .. from unit in units
                let stood = form is not null && tree.Find(unit, period.To) is not null
                let own = totals.GetValueOrDefault(unit) ?? []
                from indicator in dataset.Indicators
                // Where there was no such unit or no such indicator then, the question does not arise.
                select stood && form!.Find(indicator.Code) is { } asked
                    ? Of(ConsolidatedCell.Of(asked, own))
                    : new DatasetValue(CellValue.NotApplicable),
            ];
        }
    }

    static DatasetValue Of(ConsolidatedCell cell) =>
        new(cell.Value, cell.AtLeast, new(cell.Reported, cell.Unspecified, cell.NotApplicable, cell.NotReported));

    // Parents before children, each child after its parent's name.
    IEnumerable<UnitVersion> Below(UnitVersion unit, int levels, DateOnly day) =>
        levels == 0
            ? [unit]
            : tree.Children(unit.UnitId, day)
                .OrderBy(child => child.Name, StringComparer.Ordinal)
                .SelectMany(child => Below(child, levels - 1, day))
                .Prepend(unit);

    static readonly Rejection NoSuchIndex = new(
        "reporting.no-such-period",
        "Chế độ báo cáo này không có kỳ số đó.",
        "The regime has no period of this number.",
        StatusCodes.Status400BadRequest,
        "index"
    );

    static Rejection NoSuchIndicator(string code) =>
        new(
            "reporting.no-such-indicator",
            $"Biểu mẫu không có chỉ tiêu dạng số {code}.",
            $"The form has no indicator {code} that holds a number.",
            StatusCodes.Status400BadRequest,
            "indicator"
        );

    Rejection TooLarge(long size) =>
        new(
            "reporting.dataset-too-large",
            $"Bộ dữ liệu có {size} giá trị, mỗi lần tối đa {options.Value.Values}. Hãy giảm depth, số năm hoặc số chỉ tiêu.",
            $"The dataset has {size} values, at most {options.Value.Values} are given out at once. Ask for less depth, fewer years or indicators.",
            StatusCodes.Status400BadRequest,
            "depth"
        );
}
