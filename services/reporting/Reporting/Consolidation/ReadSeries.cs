using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Consolidation;

/// <summary>How a series goes on over a reorganisation.</summary>
public enum SeriesMode
{
    /// <summary>The figures of this unit itself: none before it came into being.</summary>
    AsWas,

    /// <summary>Before it came into being: the figures of the units out of which it came, added.</summary>
    SumOfPredecessors,

    /// <summary>Every report at the place of today that came out of its unit.</summary>
    RestatedToCurrent,
}

/// <summary>One figure of a unit, period after period, through reorganisations.</summary>
public static class ReadSeries
{
    const int Longest = 60;

    /// <param name="Form">Code of the form.</param>
    /// <param name="Regime">Code of the regime.</param>
    /// <param name="Kind">The kind of period.</param>
    /// <param name="UnitId">The unit as it stands today; the caller's own unit unless told.</param>
    /// <param name="FromYear">The first year.</param>
    /// <param name="ToYear">The last year.</param>
    /// <param name="Mode">How it goes on over a reorganisation; AS_WAS unless told.</param>
    /// <param name="Basis">Which reports count; APPROVED unless told.</param>
    public sealed record Question(
        [FromQuery] [Text(64)] string Form,
        [FromQuery] [Text(32)] string Regime,
        [FromQuery] PeriodKind Kind,
        [FromQuery] [Whole(2000, 2100)] int FromYear,
        [FromQuery] [Whole(2000, 2100)] int ToYear,
        [FromQuery] Guid? UnitId = null,
        [FromQuery] SeriesMode? Mode = null,
        [FromQuery] Basis? Basis = null
    );

    /// <param name="Points">A point for each period, oldest first.</param>
    public sealed record Answer(Guid UnitId, string Cell, SeriesMode Mode, Basis Basis, IReadOnlyList<Point> Points);

    /// <param name="Period">The period with its days.</param>
    /// <param name="Figure">The figure; none where the unit did not exist and nothing stands for it, or the form was not in force.</param>
    /// <param name="MadeOf">The units of then that it is made of.</param>
    /// <param name="NotRestatable">Units whose figures belong to this one in part only, nobody can tell which: left out.</param>
    public sealed record Point(Period Period, ConsolidatedCell? Figure, IReadOnlyList<Guid> MadeOf, IReadOnlyList<Guid> NotRestatable);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{cell}/series", Handle)
            .RequireScope("reporting.read")
            .WithSummary("A figure period after period, through reorganisations")
            .WithDescription(
                "Chuỗi số liệu qua các kỳ và qua sắp xếp đơn vị hành chính: như báo cáo khi đó, cộng các đơn vị tiền thân, hoặc quy về địa giới hôm nay. "
                    + $"At most {Longest} periods."
            );

    internal static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        string cell,
        [AsParameters] Question question,
        FigureDesk desk,
        RegimeCatalogue regimes,
        FormCatalogue forms,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (desk.UnitOfToday(question.UnitId, caller) is not { } unit)
            return OpenReport.UnknownUnit.ToProblem();
        if (!forms.All.Any(form => form.Code == question.Form && form.Find(cell) is not null))
            return TypedResults.NotFound();
        if (
            regimes.Between(question.FromYear, question.ToYear, question.Regime, question.Kind, Longest, out var refused) is not { } periods
        )
            return refused!.ToProblem();
        var mode = question.Mode ?? SeriesMode.AsWas;
        var basis = question.Basis ?? Basis.Approved;
        var points = new List<Point>();
        foreach (var period in periods)
        {
            if (forms.InForce(question.Form, period, out _) is not { } form || form.Find(cell) is not { } indicator)
            {
                points.Add(new(period, null, [], []));
                continue;
            }
            if (desk.Hidden(form, period, basis, caller) is { } hidden)
                return hidden.ToProblem();
            var asked = await desk.Ask(form, period, unit, basis, TreeReading.AsWas, ct);
            var then = await desk.Through(asked, mode, clock.Today(), FigureDesk.CellsOf(indicator), ct);
            var figure = then.MadeOf.Length == 0 ? null : ConsolidatedCell.Of(indicator, then.Totals);
            points.Add(new(period, figure, then.MadeOf, then.NotRestatable));
        }
        return TypedResults.Ok(new Answer(unit, cell, mode, basis, points));
    }
}
