using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Petitions.Receptions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Statistics;

/// <summary>The statistics of petitions and of citizen reception for any window, from the journal. TT 06/2025/TT-TTCP.</summary>
public static class ReadStatistics
{
    /// <param name="Period">The named period; none for a window of one's own.</param>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="AsOf">The number of the journal up to which is counted.</param>
    /// <param name="Units">How many units are counted together.</param>
    /// <param name="Petitions">Each figure about petitions, by papers and by cases.</param>
    /// <param name="Received">What was received in the window: kind by field by competence by round. The lines add up to <c>stock.received</c>.</param>
    /// <param name="Reminders">Letters that reminded a unit of an answer (đôn đốc).</param>
    /// <param name="Reminded">Petitions that they were about.</param>
    /// <param name="Effects">What decisions and conclusions have brought about in the window.</param>
    /// <param name="Protections">Measures that were ordered to protect denouncers.</param>
    /// <param name="Visits">Each figure about citizen reception, by visits or groups and by people.</param>
    /// <param name="Sessions">The sessions of citizen reception that were held.</param>
    public sealed record Statistics(
        Guid UnitId,
        ListStatisticsPeriods.Line? Period,
        DateOnly From,
        DateOnly To,
        long AsOf,
        int Units,
        IReadOnlyList<Figure> Petitions,
        IReadOnlyList<OfReceived> Received,
        int Reminders,
        int Reminded,
        EffectFigures Effects,
        IReadOnlyList<ProtectionFigure> Protections,
        IReadOnlyList<VisitFigure> Visits,
        IReadOnlyList<SessionFigure> Sessions
    );

    /// <param name="Code">By it the petitions behind the number are listed.</param>
    /// <param name="Name">In the reader's language.</param>
    /// <param name="Papers">Papers (đơn): parts that were split off are none.</param>
    /// <param name="Cases">Cases (vụ việc): duplicates are none.</param>
    public sealed record Figure(string Code, string Name, int Papers, int Cases);

    /// <param name="Competent">None while nobody has found whether the unit is.</param>
    public sealed record OfReceived(PetitionKind Kind, PetitionField Field, bool? Competent, int Round, int Papers, int Cases);

    /// <param name="Petitions">Petitions that they come from.</param>
    /// <param name="MoneyRecovered">To the State, in đồng.</param>
    /// <param name="MoneyReturned">To people and organisations, in đồng.</param>
    /// <param name="LandRecovered">To the State, in square metres.</param>
    /// <param name="LandReturned">To people and organisations, in square metres.</param>
    public sealed record EffectFigures(
        int Petitions,
        long MoneyRecovered,
        long MoneyReturned,
        long LandRecovered,
        long LandReturned,
        int PeopleSanctioned
    );

    /// <param name="Count">How often it was ordered.</param>
    /// <param name="Petitions">For how many denunciations.</param>
    public sealed record ProtectionFigure(ProtectionMeasure Measure, int Count, int Petitions);

    /// <param name="Visits">Visits (lượt), or groups (đoàn).</param>
    public sealed record VisitFigure(string Code, string Name, int Visits, int People);

    /// <param name="Count">How many were held.</param>
    public sealed record SessionFigure(ReceptionKind Session, ReceivedBy ReceivedBy, bool IsOnline, int Count);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/statistics", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Thống kê đơn và tiếp công dân của một kỳ bất kỳ / Statistics of petitions and citizen reception for any window")
            .WithDescription(
                "Of the unit and all below it on the last day, for a named period (`period=Q2&year=2026`) or any days (`from`, `to`); for the statistical year of "
                    + "today when nothing is named. What was there and what came is what was done and what is left. The answer names the number of the journal up to "
                    + "which it counts: asked for `asOf` that number it stays the same whatever is entered later."
            );

    static async Task<Results<Ok<Statistics>, ProblemHttpResult>> Handle(
        [AsParameters] StatisticsRequest request,
        StatisticsDesk desk,
        Caller caller,
        CancellationToken ct
    )
    {
        var (asked, refused) = await desk.Understand(request, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        var cells = await desk.Count(asked, ct);
        var visits = await desk.Visits(asked).Count(asked.Window).ToListAsync(ct);
        var reminders = desk.Reminders(asked);
        return TypedResults.Ok(
            new Statistics(
                asked.UnitId,
                asked.Period is { } named ? ListStatisticsPeriods.Line.Of(named.Period, named.Year) : null,
                asked.Window.From,
                asked.Window.To,
                asked.AsOf,
                asked.Units.Length,
                [.. Indicators.All.Select(x => new Figure(x.Code, Phrases.Of(x.Vi, x.En), x.Papers(cells), x.Cases(cells)))],
                [.. Received(cells)],
                await reminders.CountAsync(ct),
                await reminders.Select(r => r.PetitionId).Distinct().CountAsync(ct),
                await Sum(desk.Effects(asked), ct),
                await Protections(desk.Protections(asked)).ToListAsync(ct),
                [.. VisitIndicators.All.Select(x => View(x, visits))],
                await Sessions(desk.Sessions(asked)).ToListAsync(ct)
            )
        );
    }

    static IEnumerable<OfReceived> Received(IReadOnlyList<Counted> cells) =>
        from counted in cells
        where counted.Cell is { WasThere: false, Entry: Entry.Received }
        group counted by (counted.Cell.Kind, counted.Cell.Field, counted.Cell.Competent, counted.Cell.Round) into alike
        orderby alike.Key.Kind, alike.Key.Field, alike.Key.Round, alike.Key.Competent
        select new OfReceived(
            alike.Key.Kind,
            alike.Key.Field,
            alike.Key.Competent,
            alike.Key.Round,
            alike.Sum(x => x.Papers),
            alike.Sum(x => x.Cases)
        );

    static VisitFigure View(VisitIndicator indicator, IReadOnlyList<CountedVisits> cells)
    {
        var (visits, people) = indicator.Of(cells);
        return new(indicator.Code, Phrases.Of(indicator.Vi, indicator.En), visits, people);
    }

    static async Task<EffectFigures> Sum(IQueryable<CountedEffect> effects, CancellationToken ct) =>
        await effects
            .GroupBy(_ => 1)
            .Select(all => new EffectFigures(
                all.Select(e => e.PetitionId).Distinct().Count(),
                all.Sum(e => e.MoneyRecovered),
                all.Sum(e => e.MoneyReturned),
                all.Sum(e => e.LandRecovered),
                all.Sum(e => e.LandReturned),
                all.Sum(e => e.PeopleSanctioned)
            ))
            .SingleOrDefaultAsync(ct)
        ?? new EffectFigures(0, 0, 0, 0, 0, 0);

    static IQueryable<ProtectionFigure> Protections(IQueryable<CountedProtection> protections) =>
        protections
            .GroupBy(p => p.Measure)
            .OrderBy(alike => alike.Key)
            .Select(alike => new ProtectionFigure(alike.Key, alike.Count(), alike.Select(p => p.PetitionId).Distinct().Count()));

    static IQueryable<SessionFigure> Sessions(IQueryable<CountedSession> sessions) =>
        sessions
            .GroupBy(s => new
            {
                s.Session,
                s.ReceivedBy,
                s.IsOnline,
            })
            .OrderBy(alike => alike.Key.Session)
            .ThenBy(alike => alike.Key.ReceivedBy)
            .Select(alike => new SessionFigure(alike.Key.Session, alike.Key.ReceivedBy, alike.Key.IsOnline, alike.Count()));
}
