using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Deadlines;

/// <summary>Writes the limits that a recount moved: each is what it was, but for what is counted.</summary>
static class MovedLimits
{
    /// <summary>
    /// One statement for all of a batch, whose petitions are locked: to track each and write each by itself would take most of the time of a hundred thousand.
    /// </summary>
    /// <param name="petitions">Those whose limits moved, by another version than before.</param>
    public static async Task Write(
        this PetitionsDb db,
        IReadOnlyList<Petition> petitions,
        IReadOnlyList<(Deadline Before, Deadline After)> limits,
        CancellationToken ct
    )
    {
        var counted = Of(
            limits,
            limit =>
                JsonSerializer.Serialize(
                    new
                    {
                        limit.After.Id,
                        limit.After.Article,
                        limit.After.Count,
                        limit.After.Unit,
                        limit.After.Statutory,
                        limit.After.Due,
                        limit.After.Skipped,
                        calendar_version = limit.After.CalendarVersion,
                        rules_version = limit.After.RulesVersion,
                    },
                    PetitionsDb.Json
                )
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            with moved as (select * from unnest({Of(limits, l => l.Before.Id)}, {counted}::jsonb[]) as m (former, counted)),
            superseded as (update deadlines set superseded = true from moved where id = former),
            counted as (
                insert into deadlines select now.* from moved
                join deadlines before on before.id = former
                cross join lateral jsonb_populate_record(before, counted) now
            )
            update petitions set version = n.version, due_on = n.due_on, send_by = n.send_by
            from unnest(
                {Of(petitions, p => p.Id)}, {Of(petitions, p => p.Version)}, {Of(petitions, p => p.DueOn)}, {Of(petitions, p => p.SendBy)}
            ) as n (id, version, due_on, send_by)
            where petitions.id = n.id
            """,
            ct
        );
    }

    static TValue[] Of<T, TValue>(IEnumerable<T> items, Func<T, TValue> value) => [.. items.Select(value)];
}
