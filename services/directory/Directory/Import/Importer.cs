using DanVan.Chassis.Http;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Import;

/// <summary>What a file comes to, of either kind.</summary>
internal sealed record ImportPlan(IReadOnlyList<RowResult> Results, UnitPlan? Units, IReadOnlyList<DeclaredMerger> Mergers)
{
    public ImportReport Report(bool withRows) =>
        new(
            Count(RowOutcome.Create),
            Count(RowOutcome.Change),
            Count(RowOutcome.Exists),
            Count(RowOutcome.Problem),
            Units?.Ended ?? 0,
            Units?.Undecided.Count() ?? 0,
            Units?.Unexplained.Count() ?? 0,
            withRows ? [.. Results.Select(View)] : null
        );

    private int Count(RowOutcome outcome) => Results.Count(row => row.Outcome == outcome);

    private static RowView View(RowResult row) =>
        new(row.Line, row.Code, row.Outcome, row.UnitId, row.Reason is { } reason ? Phrases.Of(reason.Vi, reason.En) : null);
}

/// <summary>Reads a file and plans it against the registry as it is stored.</summary>
internal static class Importer
{
    public static async Task<(ImportPlan? Plan, Rejection? Refused)> Plan(
        DirectoryDb db,
        string kind,
        byte[] file,
        bool json,
        ImportTerms terms,
        CancellationToken ct
    )
    {
        var columns = kind == "units" ? UnitRow.Columns : MergerPlan.Columns;
        var (rows, refused) = json ? JsonTable.Read(file, columns) : CsvTable.Read(file, columns);
        if (refused is not null)
            return (null, refused);
        var units = await db.Units.AsNoTracking().ToListAsync(ct);
        var known = await Declared(db, terms.On, ct);
        if (kind == "units")
        {
            var plan = UnitPlan.Make(units, known, rows, terms);
            return (new(plan.Results, plan, []), null);
        }
        var mergers = MergerPlan.Make(units, known, rows, terms.On);
        return (new(mergers.Results, null, mergers.Declared), null);
    }

    private static Task<List<DeclaredMerger>> Declared(DirectoryDb db, DateOnly on, CancellationToken ct) =>
        db
            .Database.SqlQuery<DeclaredMerger>(
                $"""
                select old_code as "OldCode", old_full_name as "OldFullName", new_code as "NewCode", new_full_name as "NewFullName"
                from declared_mergers where effective_on = {on}
                """
            )
            .ToListAsync(ct);
}
