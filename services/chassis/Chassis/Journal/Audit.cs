using Npgsql;

namespace DanVan.Chassis.Journal;

/// <summary>Whether the journal is what was written: numbers without gaps, every hash linked to the one before, the head where the head says.</summary>
sealed class Audit(NpgsqlDataSource database)
{
    /// <summary>Outcome of a check.</summary>
    /// <param name="Rows">Rows checked.</param>
    /// <param name="FirstBroken">Number of the first row that does not follow from the one before it, or null.</param>
    /// <param name="Problem">What is wrong, or null.</param>
    internal sealed record Result(long Rows, long? FirstBroken, string? Problem);

    public async Task<Result> Verify(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with linked as (
                select sequence, hash,
                    lag(sequence, 1, 0::bigint) over journal as before,
                    sha256(lag(hash, 1, sha256('')) over journal || chassis.digest(sequence, id, type, subject, version, unit, time, actor, data)) as expected
                from chassis.journal
                window journal as (order by sequence)
            ),
            checked as (
                select count(*) as rows, min(sequence) filter (where sequence <> before + 1 or hash <> expected) as broken, max(sequence) as last from linked
            )
            select c.rows, c.broken, coalesce(c.last, 0) = h.sequence
                and coalesce((select j.hash = h.hash from chassis.journal j where j.sequence = h.sequence), h.sequence = 0)
            from checked c, chassis.journal_head h
            """
        );
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var rows = reader.GetInt64(0);
        if (!reader.IsDBNull(1))
            return new Result(rows, reader.GetInt64(1), $"row {reader.GetInt64(1)} does not follow from the row before it");
        return reader.GetBoolean(2) ? new Result(rows, null, null) : new Result(rows, null, "the last rows are missing or were changed");
    }
}
