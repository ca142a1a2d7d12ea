using System.Collections.Concurrent;
using DanVan.Chassis;
using DanVan.Reporting.Periods;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>A form for a period, asked of many units, and which of its reports count.</summary>
/// <param name="Id">Of the collection; 0 while nobody has sent anything.</param>
/// <param name="Basis">SENT or APPROVED, as the database names it.</param>
public readonly record struct Collection(int Id, string Basis);

/// <summary>What stands in the tables of a collection.</summary>
public sealed class FigureSums(ReportingDb db)
{
    // An id never changes once it is given, and a process has one database.
    static readonly ConcurrentDictionary<(string Form, string Regime, PeriodKind Kind, int Year, int Index), int> ids = [];

    /// <summary>Finds the collection.</summary>
    public async Task<Collection> Find(string form, Period period, Basis basis, CancellationToken ct)
    {
        var key = (form, period.Regime, period.Kind, period.Year, period.Index);
        if (!ids.TryGetValue(key, out var id))
        {
            id = await db
                .Database.SqlQuery<int>(
                    $"""
                    select id as "Value" from collections
                    where form = {form} and regime = {period.Regime} and period_kind = {EnumNames.Of(period.Kind)}
                        and period_year = {period.Year} and period_index = {period.Index}
                    """
                )
                .SingleOrDefaultAsync(ct);
            if (id > 0)
                ids[key] = id;
        }
        return new(id, EnumNames.Of(basis));
    }

    /// <summary>Of one unit with all below it, cell by cell, on the tree of the period.</summary>
    /// <param name="collection">Which reports.</param>
    /// <param name="unit">Which unit.</param>
    /// <param name="cells">These cells only; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public Task<List<Total>> Whole(Collection collection, Guid unit, string[]? cells, CancellationToken ct)
    {
        var whole = db.Database.SqlQuery<Total>(
            $"""
            select cell as "Cell", sum(number) as "Number", sum(reported)::int as "Reported", sum(unspecified)::int as "Unspecified",
                sum(not_applicable)::int as "NotApplicable", sum(not_reported)::int as "NotReported"
            from (select * from figures union all select * from contributed) f
            where collection_id = {collection.Id} and basis = {collection.Basis}::figure_basis and unit_id = {unit}
            group by cell
            """
        );
        // An array would have the database plan each question by itself, which takes longer than to answer it.
        return (cells is null ? whole : whole.Where(total => EF.MultipleParameters(cells).Contains(total.Cell))).ToListAsync(ct);
    }

    /// <summary>Of each of these units with all below it, cell by cell, on the tree of the period.</summary>
    /// <param name="collection">Which reports.</param>
    /// <param name="units">Which units.</param>
    /// <param name="cells">These cells only; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public Task<List<UnitTotal>> Whole(Collection collection, Guid[] units, string[]? cells, CancellationToken ct) =>
        db
            .Database.SqlQuery<UnitTotal>(
                $"""
                select unit_id as "UnitId", cell as "Cell", sum(number) as "Number", sum(reported)::int as "Reported",
                    sum(unspecified)::int as "Unspecified", sum(not_applicable)::int as "NotApplicable", sum(not_reported)::int as "NotReported"
                from (select * from figures union all select * from contributed) f
                where collection_id = {collection.Id} and basis = {collection.Basis}::figure_basis and unit_id = any ({units})
                    and ({cells}::text[] is null or cell = any ({cells}))
                group by unit_id, cell
                """
            )
            .ToListAsync(ct);

    /// <summary>What the reports of these units add themselves.</summary>
    public Task<List<UnitTotal>> Own(Collection collection, Guid[] units, string[]? cells, CancellationToken ct) =>
        db
            .Database.SqlQuery<UnitTotal>(
                $"""
                select unit_id as "UnitId", cell as "Cell", number as "Number", reported as "Reported", unspecified as "Unspecified",
                    not_applicable as "NotApplicable", not_reported as "NotReported"
                from contributed
                where collection_id = {collection.Id} and basis = {collection.Basis}::figure_basis and unit_id = any ({units})
                    and ({cells}::text[] is null or cell = any ({cells}))
                """
            )
            .ToListAsync(ct);

    /// <summary>The sum of what the reports of these units add themselves, cell by cell.</summary>
    /// <param name="collection">Which reports.</param>
    /// <param name="units">Which units.</param>
    /// <param name="whole">The one among them under which all others stood: what it counted once counts for all; none where there is no such.</param>
    /// <param name="cells">These cells only; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public Task<List<Total>> SumOfOwn(Collection collection, Guid[] units, Guid? whole, string[]? cells, CancellationToken ct) =>
        db
            .Database.SqlQuery<Total>(
                $"""
                select cell as "Cell", sum(number) as "Number", sum(reported)::int as "Reported", sum(unspecified)::int as "Unspecified",
                    sum(not_applicable)::int as "NotApplicable", sum(not_reported)::int as "NotReported"
                from (select * from contributed where unit_id = {whole} union all select * from passed_on where unit_id is distinct from {whole}) f
                where collection_id = {collection.Id} and basis = {collection.Basis}::figure_basis and unit_id = any ({units})
                    and ({cells}::text[] is null or cell = any ({cells}))
                group by cell
                """
            )
            .ToListAsync(ct);

    /// <summary>What the reports of these units say in a cell in words, or of its file; in no order.</summary>
    public IQueryable<Said> SaidIn(Collection collection, Guid[] units, string cell) =>
        db.Database.SqlQuery<Said>(
            $"""
            select r.id as "ReportId", r.unit_id as "UnitId", c.text as "Text"
            from collections k
            join contributions c on c.collection_id = k.id and c.basis = {collection.Basis}::figure_basis and c.cell = {cell}
            join reports r on r.unit_id = c.unit_id and r.form = k.form and r.regime = k.regime and r.period_kind = k.period_kind
                and r.period_year = k.period_year and r.period_index = k.period_index
            where k.id = {collection.Id} and c.unit_id = any ({units}) and c.text is not null
            """
        );

    /// <summary>Of a unit with all below it, from the reports themselves, so that nothing is still on its way.</summary>
    public Task<List<Total>> Anew(Collection collection, Guid unit, CancellationToken ct) =>
        db
            .Database.SqlQuery<Total>(
                $"""
                select cell as "Cell", number as "Number", reported as "Reported", unspecified as "Unspecified",
                    not_applicable as "NotApplicable", not_reported as "NotReported"
                from totals_anew({collection.Id}, {collection.Basis}::figure_basis, {unit})
                """
            )
            .ToListAsync(ct);

    /// <summary>Everybody whose report counts.</summary>
    public Task<List<Guid>> Contributors(Collection collection, CancellationToken ct) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                select unit_id as "Value" from contributions
                where collection_id = {collection.Id} and basis = {collection.Basis}::figure_basis and cell = {Contribution.Report}
                """
            )
            .ToListAsync(ct);

    /// <summary>Reports that changed and whose change no figure above them shows yet.</summary>
    public Task<int> Pending(Collection collection, CancellationToken ct) =>
        db
            .Database.SqlQuery<int>(
                $"""
                select count(*)::int as "Value" from figure_deltas
                where collection_id = {collection.Id} and basis = {collection.Basis}::figure_basis
                """
            )
            .SingleAsync(ct);
}

/// <summary>What the report of a unit says in a cell.</summary>
/// <param name="Text">A narrative, or the SHA-256 of a file.</param>
public sealed record Said(Guid ReportId, Guid UnitId, string Text);

/// <summary>What a cell of a unit adds up to.</summary>
public sealed record UnitTotal(Guid UnitId, string Cell, decimal Number, int Reported, int Unspecified, int NotApplicable, int NotReported)
{
    public Total Total => new(Cell, Number, Reported, Unspecified, NotApplicable, NotReported);
}
