using System.Text.Json;
using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Deadlines;

/// <summary>Writes the limits that a recount moved.</summary>
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
        var counted = Of(limits, limit => limit.After);
        await db.Database.ExecuteSqlAsync(
            $"""
            with moved as (
                select * from unnest(
                    {Of(limits, l => l.Before.Id)}, {Of(counted, d => d.Id)}, {Of(counted, d => d.Article)}, {Of(counted, d => d.Count)},
                    {Of(counted, d => EnumNames.Of(d.Unit))}, {Of(counted, d => d.Statutory)}, {Of(counted, d => d.Due)},
                    {Of(counted, d => JsonSerializer.Serialize(d.Skipped, PetitionsDb.Json))}::jsonb[],
                    {Of(counted, d => d.CalendarVersion)}, {Of(counted, d => d.RulesVersion)}
                ) as m (former, id, article, count, unit, statutory, due, skipped, calendar_version, rules_version)
            ),
            superseded as (
                update deadlines set superseded = true from moved where deadlines.id = moved.former
                returning moved.*, petition_id, rule, start, pauses, basis
            ),
            counted as (
                insert into deadlines (
                    id, petition_id, rule, article, count, unit, start, statutory, due, skipped, calendar_version, rules_version, pauses, basis, superseded)
                select id, petition_id, rule, article, count, unit, start, statutory, due, skipped, calendar_version, rules_version, pauses, basis, false
                from superseded
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
