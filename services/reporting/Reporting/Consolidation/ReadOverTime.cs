using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Consolidation;

/// <summary>What the reports of shorter periods come to for a longer one, beside what was reported for that itself.</summary>
public static class ReadOverTime
{
    /// <param name="Form">Code of the form.</param>
    /// <param name="Regime">Code of the regime, of the longer period and of the shorter ones: periods of two regimes never make up one.</param>
    /// <param name="Kind">The kind of the longer period.</param>
    /// <param name="Year">The year that it is named after.</param>
    /// <param name="Of">The kind of the shorter periods.</param>
    /// <param name="Index">Which of its kind; may be left out where a year has one only.</param>
    /// <param name="UnitId">The unit as it stood on the last day; the caller's own unit unless told.</param>
    /// <param name="Basis">Which reports count; APPROVED unless told.</param>
    /// <param name="Mode">What stands for the unit in a period before it came into being; SUM_OF_PREDECESSORS unless told.</param>
    public sealed record Question(
        [FromQuery] [Text(64)] string Form,
        [FromQuery] [Text(32)] string Regime,
        [FromQuery] PeriodKind Kind,
        [FromQuery] [Whole(2000, 2100)] int Year,
        [FromQuery] PeriodKind Of,
        [FromQuery] [Whole(1, 999)] int? Index = null,
        [FromQuery] Guid? UnitId = null,
        [FromQuery] Basis? Basis = null,
        [FromQuery] SeriesMode? Mode = null
    );

    /// <param name="Period">The longer period.</param>
    /// <param name="Complete">Whether every report that was owed for the shorter periods is in.</param>
    /// <param name="Parts">The shorter periods that make it up, oldest first.</param>
    /// <param name="Cells">The cells, in the order of the form.</param>
    public sealed record Answer(
        Guid UnitId,
        string Form,
        Period Period,
        Basis Basis,
        SeriesMode Mode,
        bool Complete,
        IReadOnlyList<Part> Parts,
        IReadOnlyList<JoinedCell> Cells
    );

    /// <param name="Coverage">How many reports it stands on; none where the form was not in force.</param>
    /// <param name="MadeOf">The units of then that it is made of.</param>
    /// <param name="NotRestatable">Units that belong to it in part only, nobody can tell which: left out.</param>
    public sealed record Part(Period Period, Coverage? Coverage, IReadOnlyList<Guid> MadeOf, IReadOnlyList<Guid> NotRestatable);

    /// <param name="OverTime">How the shorter periods became one.</param>
    /// <param name="Figure">What they come to.</param>
    /// <param name="Told">What was reported for the longer period itself; none where the form is not asked for it.</param>
    /// <param name="Difference">By how much that is more; null unless both are numbers.</param>
    public sealed record JoinedCell(Aggregation OverTime, ConsolidatedCell Figure, ConsolidatedCell? Told, decimal? Difference);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/over-time", Handle)
            .RequireScope("reporting.read")
            .WithSummary("A longer period from the reports of shorter ones, beside its own")
            .WithDescription(
                "Cộng dồn theo thời gian: năm từ bốn quý, sáu tháng từ hai quý, mỗi chỉ tiêu theo cách cộng của nó (tổng, đầu kỳ, cuối kỳ, tỷ lệ từ các thành phần), "
                    + "bên cạnh số đã báo cáo cho chính kỳ đó và chênh lệch. Only periods of one regime that follow each other to the day: nine months are no quarter."
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
        if (regimes.Find(new(question.Regime, question.Kind, question.Year, question.Index), out var refused) is not { } whole)
            return refused!.ToProblem();
        if (regimes.PartsOf(whole, question.Of) is not [.., var last] periods)
            return Problems.Invalid(
                "of",
                $"Các kỳ loại này không ghép kín thành kỳ từ {whole.From:dd/MM/yyyy} đến {whole.To:dd/MM/yyyy}.",
                $"Periods of this kind do not make up the one from {whole.From:yyyy-MM-dd} to {whole.To:yyyy-MM-dd}, no day left out and none twice."
            );
        if (forms.InForce(question.Form, last, out refused) is not { } form)
            return refused!.ToProblem();
        if (desk.UnitOn(whole.To, question.UnitId, caller) is not { } unit)
            return OpenReport.UnknownUnit.ToProblem();
        var (basis, mode) = (question.Basis ?? Basis.Approved, question.Mode ?? SeriesMode.SumOfPredecessors);
        if (
            periods.Append(whole).Select(period => desk.Hidden(form, period, basis, caller)).FirstOrDefault(no => no is not null) is
            { } hidden
        )
            return hidden.ToProblem();

        var parts = new List<(Period Period, Then? Then)>();
        foreach (var period in periods)
            parts.Add((period, await Read(period)));
        var joined = OverTime.Join(form, [.. from part in parts select part.Then?.Totals ?? new Dictionary<string, Total>()]);
        var own = await Read(whole);
        return TypedResults.Ok(
            new Answer(
                unit,
                form.Code,
                whole,
                basis,
                mode,
                parts.All(part => part.Then is { Coverage.Missing: 0 }),
                [
                    .. from part in parts
                    select new Part(part.Period, part.Then?.Coverage, part.Then?.MadeOf ?? [], part.Then?.NotRestatable ?? []),
                ],
                [.. form.Indicators.Select(Cell)]
            )
        );

        async Task<Then?> Read(Period period) =>
            forms.InForce(question.Form, period, out _) is { } on
                ? await desk.Through(await desk.Ask(on, period, unit, basis, TreeReading.AsWas, ct), mode, whole.To, null, ct)
                : null;

        JoinedCell Cell(Indicator indicator)
        {
            var figure = ConsolidatedCell.Of(indicator, joined);
            var told = own is null ? null : ConsolidatedCell.Of(indicator, own.Totals);
            return new(indicator.OverTime, figure, told, told?.Value.Number - figure.Value.Number);
        }
    }
}
