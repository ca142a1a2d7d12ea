using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Consolidation;

/// <summary>What reports add up to beside the same period last year, or the period before, through reorganisations.</summary>
public static class CompareFigures
{
    /// <param name="Form">Code of the form.</param>
    /// <param name="Regime">Code of the regime.</param>
    /// <param name="Kind">The kind of period.</param>
    /// <param name="Year">The year that it is named after.</param>
    /// <param name="Index">Which of its kind; may be left out where a year has one only.</param>
    /// <param name="With">LAST_YEAR, unless told otherwise, is the same period of the year before; PERIOD_BEFORE the one that ended on the day before.</param>
    /// <param name="UnitId">The unit as it stood on the last day of the period; the caller's own unit unless told.</param>
    /// <param name="Basis">Which reports count; APPROVED unless told.</param>
    /// <param name="Mode">What stands for a unit that did not exist then; SUM_OF_PREDECESSORS unless told.</param>
    public sealed record Question(
        [FromQuery] [Text(64)] string Form,
        [FromQuery] [Text(32)] string Regime,
        [FromQuery] PeriodKind Kind,
        [FromQuery] [Whole(2000, 2100)] int Year,
        [FromQuery] [Whole(1, 999)] int? Index = null,
        [FromQuery] Earlier? With = null,
        [FromQuery] Guid? UnitId = null,
        [FromQuery] Basis? Basis = null,
        [FromQuery] SeriesMode? Mode = null
    );

    /// <param name="Now">What is compared.</param>
    /// <param name="Before">What it is held against.</param>
    /// <param name="Cells">The numbers, in the order of the form.</param>
    public sealed record Answer(
        Guid UnitId,
        string Form,
        Basis Basis,
        SeriesMode Mode,
        Side Now,
        Side Before,
        IReadOnlyList<ComparedCell> Cells
    );

    /// <param name="Coverage">How many reports it stands on: two figures compare as far as both are whole.</param>
    /// <param name="MadeOf">The units of then that it is made of.</param>
    /// <param name="NotRestatable">Units that belong to it in part only, nobody can tell which: left out.</param>
    public sealed record Side(Period Period, Coverage Coverage, IReadOnlyList<Guid> MadeOf, IReadOnlyList<Guid> NotRestatable);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/comparison", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Consolidated figures beside those of last year or of the period before")
            .WithDescription(
                "So sánh số liệu tổng hợp với cùng kỳ năm trước hoặc kỳ trước, kể cả khi đơn vị mới thành lập từ sáp nhập: mặc định so với tổng các đơn vị tiền thân."
            );

    static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] Question question,
        FigureDesk desk,
        RegimeCatalogue regimes,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        if (regimes.Find(new(question.Regime, question.Kind, question.Year, question.Index), out var refused) is not { } period)
            return refused!.ToProblem();
        if (forms.InForce(question.Form, period, out refused) is not { } form)
            return refused!.ToProblem();
        if (desk.UnitOn(period.To, question.UnitId, caller) is not { } unit)
            return OpenReport.UnknownUnit.ToProblem();
        if (regimes.Find(question.With ?? Earlier.LastYear, period) is not { } earlier)
            return Problems.Invalid(
                "with",
                "Chế độ báo cáo này không có kỳ đó để so sánh.",
                "The regime has no such period to compare with: it was not in force then, or fixes no days."
            );
        // The form may have been another then: a cell that it had under the same code is compared.
        var formThen = forms.InForce(question.Form, earlier, out _) ?? form;
        var (basis, mode) = (question.Basis ?? Basis.Approved, question.Mode ?? SeriesMode.SumOfPredecessors);
        if ((desk.Hidden(form, period, basis, caller) ?? desk.Hidden(formThen, earlier, basis, caller)) is { } hidden)
            return hidden.ToProblem();
        var now = await Read(period, form, SeriesMode.AsWas);
        var before = await Read(earlier, formThen, mode);
        return TypedResults.Ok(
            new Answer(
                unit,
                form.Code,
                basis,
                mode,
                SideOf(period, now),
                SideOf(earlier, before),
                [
                    .. from indicator in form.Indicators
                    where indicator.HoldsNumber
                    let was = formThen.Find(indicator.Code) is { } then
                        ? ConsolidatedCell.Of(then, before.Totals).Value
                        : CellValue.NotReported
                    select ComparedCell.Of(indicator.Code, ConsolidatedCell.Of(indicator, now.Totals).Value, was),
                ]
            )
        );

        async Task<Then> Read(Period of, Form on, SeriesMode how) =>
            await desk.Through(await desk.Ask(on, of, unit, basis, TreeReading.AsWas, ct), how, period.To, null, ct);
        static Side SideOf(Period of, Then then) => new(of, then.Coverage, then.MadeOf, then.NotRestatable);
    }
}
