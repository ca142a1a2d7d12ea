using System.Diagnostics;
using DanVan.Chassis;
using Npgsql;

namespace DanVan.Directory.Client.Replica;

/// <summary>Brings the replica's tables into memory: what changed since the last look, one look at a time.</summary>
internal sealed class ReplicaLoader(NpgsqlDataSource database, UnitTree tree, CurrentCalendar calendar) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private long loaded = Stopwatch.GetTimestamp();

    /// <summary>Time since the tree was last brought up to date.</summary>
    public TimeSpan SinceUnitsWereLoaded => Stopwatch.GetElapsedTime(Volatile.Read(ref loaded));

    public async Task RefreshUnits(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            var revision = await Revision(connection, ct);
            if (revision > tree.Revision)
                tree.Apply(await ChangedAfter(connection, tree.Revision, ct), revision);
            Volatile.Write(ref loaded, Stopwatch.GetTimestamp());
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async Task RefreshCalendar(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select date, type, name, decision, version, enabled from directory.calendar_days"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var days = new List<CalendarDay>();
        while (await reader.ReadAsync(ct))
            days.Add(
                new(
                    reader.GetFieldValue<DateOnly>(0),
                    EnumNames.Parse<DayType>(reader.GetString(1)),
                    reader.GetString(2),
                    await reader.IsDBNullAsync(3, ct) ? null : reader.GetString(3),
                    reader.GetInt32(4),
                    reader.GetBoolean(5)
                )
            );
        calendar.Value = new WorkingCalendar(days);
    }

    public void Dispose() => oneAtATime.Dispose();

    private static async Task<long> Revision(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select revision from directory.replica", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    // Read after the revision: a unit recorded in between comes along early, and once more with its own revision.
    private static async Task<IReadOnlyCollection<UnitRecord>> ChangedAfter(
        NpgsqlConnection connection,
        long revision,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select u.id, u.version, u.predecessors,
                v.valid_from, v.valid_to, v.name, v.full_name, v.kind, v.level, v.parent_id, v.code_scheme, v.code, v.further_codes
            from directory.units u join directory.unit_versions v on v.unit_id = u.id
            where u.revision > $1 order by u.id, v.valid_from
            """,
            connection
        )
        {
            Parameters = { new() { Value = revision } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var units = new Dictionary<Guid, UnitRecord>();
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetGuid(0);
            if (!units.TryGetValue(id, out var unit))
                units[id] = unit = new(id, reader.GetInt32(1), reader.GetFieldValue<Guid[]>(2), new List<UnitVersion>());
            ((List<UnitVersion>)unit.Versions).Add(
                new(
                    id,
                    reader.GetFieldValue<DateOnly>(3),
                    reader.GetFieldValue<DateOnly?>(4),
                    reader.GetString(5),
                    reader.GetString(6),
                    string.Intern(reader.GetString(7)),
                    string.Intern(reader.GetString(8)),
                    reader.GetFieldValue<Guid?>(9),
                    await reader.IsDBNullAsync(10, ct) ? null : reader.GetString(10),
                    await reader.IsDBNullAsync(11, ct) ? null : reader.GetString(11)
                )
                {
                    FurtherCodes = reader.GetFieldValue<string[]>(12),
                }
            );
        }
        return units.Values;
    }
}
