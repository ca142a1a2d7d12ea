using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Directory.Units;

/// <summary>
/// Writes changed units, one or a whole country, with the events that tell of them: all by COPY, in the transaction that is open. Whoever writes holds
/// the registry (<see cref="RegistryChanges.BeginChange"/>), so what was read is what is replaced.
/// </summary>
internal static class UnitWriter
{
    private const int Many = 1_000;

    /// <param name="db">The database.</param>
    /// <param name="changes">Units as they are to stand, each once.</param>
    /// <param name="ct">Stops it; nothing is saved then.</param>
    /// <param name="written">Told how many events have been written.</param>
    public static async Task Write(DirectoryDb db, IReadOnlyList<ChangedUnit> changes, CancellationToken ct, Action<int>? written = null)
    {
        var done = 0;
        await db.AnnounceAll(changes.Select(Announced), ct);
        var known = changes.Select(change => change.Unit).Where(unit => unit.Version > 1).ToList();
        if (known.Count > 0)
            await Replace(db, known, ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await CopyUnits(connection, changes.Select(change => change.Unit).Where(unit => unit.Version == 1), ct);
        await CopyPeriods(connection, changes.Select(change => change.Unit), ct);
        await CopyPredecessors(connection, changes.Select(change => change.Unit), ct);
        // The tables may have grown a thousandfold: without new statistics the next queries would be planned for the old size.
        if (changes.Count >= Many)
            await db.Database.ExecuteSqlAsync($"analyze units, unit_periods, unit_predecessors", ct);

        (ISubject, object) Announced(ChangedUnit change)
        {
            if (++done % Many == 0)
                written?.Invoke(done);
            return (change.Unit, change.Unit.Recorded(change.Change, change.On, change.LegalBasis));
        }
    }

    // The row of a unit stays, whoever refers to it; its periods and predecessors are written anew.
    private static async Task Replace(DirectoryDb db, List<Unit> units, CancellationToken ct)
    {
        T[] Column<T>(Func<Unit, T> of) => [.. units.Select(of)];
        var ids = Column(unit => unit.Id);
        await db.Database.ExecuteSqlAsync(
            $"""
            update units set version = c.version, ending_change = c.change, ending_on = c.ends, ending_legal_basis = c.basis
            from unnest({ids}, {Column(unit => unit.Version)}, {Column(unit =>
                unit.Ending is { } ending ? EnumNames.Of(ending.Change) : null
            )},
                {Column(unit => unit.Ending?.On)}, {Column(unit => unit.Ending?.LegalBasis)}) as c (id, version, change, ends, basis)
            where units.id = c.id
            """,
            ct
        );
        await db.Database.ExecuteSqlAsync($"delete from unit_periods where unit_id = any ({ids})", ct);
        await db.Database.ExecuteSqlAsync($"delete from unit_predecessors where successor_id = any ({ids})", ct);
    }

    private static async Task CopyUnits(NpgsqlConnection connection, IEnumerable<Unit> units, CancellationToken ct)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            "copy units (id, version, ending_change, ending_on, ending_legal_basis) from stdin (format binary)",
            ct
        );
        foreach (var unit in units)
        {
            await rows.StartRowAsync(ct);
            await rows.WriteAsync(unit.Id, NpgsqlDbType.Uuid, ct);
            await rows.WriteAsync(unit.Version, NpgsqlDbType.Integer, ct);
            await rows.WriteAsync(unit.Ending is { } ending ? EnumNames.Of(ending.Change) : null, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(unit.Ending?.On, NpgsqlDbType.Date, ct);
            await rows.WriteAsync(unit.Ending?.LegalBasis, NpgsqlDbType.Text, ct);
        }
        await rows.CompleteAsync(ct);
    }

    private static async Task CopyPeriods(NpgsqlConnection connection, IEnumerable<Unit> units, CancellationToken ct)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            """
            copy unit_periods (unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, code_scheme, code, further_codes, change, legal_basis)
            from stdin (format binary)
            """,
            ct
        );
        foreach (var unit in units)
        foreach (var period in unit.Periods)
        {
            await rows.StartRowAsync(ct);
            await rows.WriteAsync(unit.Id, NpgsqlDbType.Uuid, ct);
            await rows.WriteAsync(period.ValidFrom, NpgsqlDbType.Date, ct);
            await rows.WriteAsync(period.ValidTo, NpgsqlDbType.Date, ct);
            await rows.WriteAsync(period.Name, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(period.FullName, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(EnumNames.Of(period.Kind), NpgsqlDbType.Text, ct);
            await rows.WriteAsync(EnumNames.Of(period.Level), NpgsqlDbType.Text, ct);
            await rows.WriteAsync(period.ParentId, NpgsqlDbType.Uuid, ct);
            await rows.WriteAsync(period.CodeScheme is { } scheme ? EnumNames.Of(scheme) : null, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(period.Code, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(period.FurtherCodes, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
            await rows.WriteAsync(EnumNames.Of(period.Change), NpgsqlDbType.Text, ct);
            await rows.WriteAsync(period.LegalBasis, NpgsqlDbType.Text, ct);
        }
        await rows.CompleteAsync(ct);
    }

    private static async Task CopyPredecessors(NpgsqlConnection connection, IEnumerable<Unit> units, CancellationToken ct)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            "copy unit_predecessors (successor_id, predecessor_id, effective_on, legal_basis, share) from stdin (format binary)",
            ct
        );
        foreach (var unit in units)
        foreach (var predecessor in unit.Predecessors)
        {
            await rows.StartRowAsync(ct);
            await rows.WriteAsync(unit.Id, NpgsqlDbType.Uuid, ct);
            await rows.WriteAsync(predecessor.UnitId, NpgsqlDbType.Uuid, ct);
            await rows.WriteAsync(predecessor.EffectiveOn, NpgsqlDbType.Date, ct);
            await rows.WriteAsync(predecessor.LegalBasis, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(predecessor.Share, NpgsqlDbType.Numeric, ct);
        }
        await rows.CompleteAsync(ct);
    }
}
