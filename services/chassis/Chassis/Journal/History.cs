using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Chassis;

/// <summary>One step in the life of a subject, as the journal holds it.</summary>
/// <param name="Id">Id of the event.</param>
/// <param name="Type">Name of the event on the wire.</param>
/// <param name="Version">The subject's version after the step.</param>
/// <param name="Time">When it was announced, UTC.</param>
/// <param name="Actor">On whose behalf, or null.</param>
/// <param name="Data">The event's data.</param>
public sealed record HistoryEntry(Guid Id, string Type, int Version, DateTimeOffset Time, string? Actor, JsonElement Data);

/// <summary>Reads the history of a subject from the journal.</summary>
public static class HistoryExtensions
{
    sealed record Row(Guid Id, string Type, int Version, DateTimeOffset Time, string? Actor, string Data);

    /// <summary>Every announced change of the subject in order, those still on their way into the journal included.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="subject">Name of the subject, see <see cref="SubjectName"/>.</param>
    /// <param name="ct">Cancels the query.</param>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryOf(this ServiceDb db, string subject, CancellationToken ct)
    {
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                select id as "Id", type as "Type", version as "Version", time as "Time", actor as "Actor", data::text as "Data"
                from (select id, type, subject, version, time, actor, data from chassis.journal
                      union all select id, type, subject, version, time, actor, data from chassis.outbox) steps
                where subject = {subject} order by version
                """
            )
            .ToListAsync(ct);
        return [.. rows.Select(row => new HistoryEntry(row.Id, row.Type, row.Version, row.Time, row.Actor, JsonElement.Parse(row.Data)))];
    }
}
