using DanVan.Chassis;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Directory.Import;

/// <summary>Writes many units at once: their rows by COPY, their events through the outbox, in the transaction that is open.</summary>
internal static class UnitWriter
{
    public static async Task Write(
        DirectoryDb db,
        IReadOnlyList<(Unit Unit, UnitChange Change)> changes,
        ImportTerms terms,
        CancellationToken ct
    )
    {
        foreach (var (unit, change) in changes)
            db.Announce(unit, unit.Recorded(change, terms.On, terms.LegalBasis));
        await db.SaveChangesAsync(ct);

        var units = changes.Select(change => change.Unit).ToList();
        var ids = units.Select(unit => unit.Id).ToArray();
        // References between units are checked at the commit, so a unit may be taken out and put in anew.
        await db.Database.ExecuteSqlAsync($"delete from unit_periods where unit_id = any ({ids})", ct);
        await db.Database.ExecuteSqlAsync($"delete from unit_predecessors where successor_id = any ({ids})", ct);
        await db.Database.ExecuteSqlAsync($"delete from units where id = any ({ids})", ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await CopyUnits(connection, units, ct);
        await CopyPeriods(connection, units, ct);
        await CopyPredecessors(connection, units, ct);
        // The tables may have grown a thousandfold: without new statistics the next queries would be planned for the old size.
        await db.Database.ExecuteSqlAsync($"analyze units, unit_periods, unit_predecessors", ct);
    }

    private static async Task CopyUnits(NpgsqlConnection connection, List<Unit> units, CancellationToken ct)
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

    private static async Task CopyPeriods(NpgsqlConnection connection, List<Unit> units, CancellationToken ct)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            """
            copy unit_periods (unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, code_scheme, code, change, legal_basis)
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
            await rows.WriteAsync(EnumNames.Of(period.Change), NpgsqlDbType.Text, ct);
            await rows.WriteAsync(period.LegalBasis, NpgsqlDbType.Text, ct);
        }
        await rows.CompleteAsync(ct);
    }

    private static async Task CopyPredecessors(NpgsqlConnection connection, List<Unit> units, CancellationToken ct)
    {
        await using var rows = await connection.BeginBinaryImportAsync(
            "copy unit_predecessors (successor_id, predecessor_id, effective_on, legal_basis) from stdin (format binary)",
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
        }
        await rows.CompleteAsync(ct);
    }
}
