using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Directory.Client;

/// <summary>
/// How a service takes part in reorganisations: asked for their impact it counts its open work in the units that would end, and when one was carried out
/// it takes that work to the successors. Both are done once for a reorganisation, under duplicates, reordering and replay too.
/// </summary>
public static class ReorganisationParts
{
    /// <summary>Adds both reactions, on the queues <c>&lt;service&gt;.reorganisation-impact</c> and <c>&lt;service&gt;.reorganisations</c>.</summary>
    public static IServiceCollection AddReorganisations<TCount, TFollow>(this IServiceCollection services)
        where TCount : class, IConsumer<ReorganisationImpactAsked>
        where TFollow : class, IConsumer<ReorganisationCarriedOut> =>
        services.AddReaction<TCount>("reorganisation-impact").AddReaction<TFollow>("reorganisations");

    /// <summary>Answers how much open work a draft would move; a question that was answered, or that a later one has overtaken, is passed over.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="asked">The question.</param>
    /// <param name="count">Counts the open work of the units that would end, and gives the service's own event that answers.</param>
    public static async Task CountOnce(
        this ServiceDb db,
        ConsumeContext<ReorganisationImpactAsked> asked,
        Func<EndingUnits, CancellationToken, Task<object>> count
    )
    {
        var (question, ct) = (asked.Message, asked.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var state = await db.Enter(question.ReorganisationId, ct);
        if (state.Counted >= question.Round)
            return;
        var answer = await count(new([.. question.EndingUnitIds], [.. question.HeirlessUnitIds ?? []]), ct);
        await db.Answer(asked.Envelope(), state with { Counted = question.Round }, answer, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes the open work of the units that ended to their heirs; a reorganisation that was followed already is passed over.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="carriedOut">The reorganisation.</param>
    /// <param name="follow">Moves the work and announces each move, and gives the service's own event that tells how much was moved.</param>
    public static async Task FollowOnce(
        this ServiceDb db,
        ConsumeContext<ReorganisationCarriedOut> carriedOut,
        Func<Heirs, CancellationToken, Task<object>> follow
    )
    {
        var (reorganisation, ct) = (carriedOut.Message, carriedOut.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var state = await db.Enter(reorganisation.ReorganisationId, ct);
        if (state.Followed)
            return;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into directory.unit_endings (unit_id, successors, heir)
            select "unitId", "successorIds", "heirId" from jsonb_to_recordset({JsonSerializer.Serialize(
                reorganisation.Endings,
                EventJson.Options
            )}::jsonb)
                as ending ("unitId" uuid, "successorIds" uuid[], "heirId" uuid)
            on conflict (unit_id) do nothing
            """,
            ct
        );
        var known = await db
            .Database.SqlQuery<Ending>(
                $"""select unit_id as "UnitId", successors as "Successors", heir as "Heir" from directory.unit_endings"""
            )
            .ToDictionaryAsync(ending => ending.UnitId, ending => new UnitEnding(ending.UnitId, ending.Successors, ending.Heir), ct);
        var answer = await follow(new(reorganisation.Endings.Select(ending => ending.UnitId), known), ct);
        await db.Answer(carriedOut.Envelope(), state with { Followed = true }, answer, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Units that are no more today, as ids. What is still open in one of them waits for a person to decide who goes on with it.
    /// </summary>
    public static IQueryable<Guid> EndedUnits(this ServiceDb db, DateOnly today) =>
        db.Database.SqlQuery<Guid>(
            $"""
            select unit_id as "Value" from directory.unit_versions group by unit_id having max(coalesce(valid_to, 'infinity'::date)) <= {today}
            """
        );

    // One reorganisation at a time: what one of them moves, the next one must find.
    private static async Task<State> Enter(this ServiceDb db, Guid reorganisation, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('directory.reorganisations'))", ct);
        var known = await db
            .Database.SqlQuery<State>(
                $"""
                select id as "Id", version as "Version", counted as "Counted", followed as "Followed"
                from directory.reorganisation_parts where id = {reorganisation}
                """
            )
            .ToListAsync(ct);
        return known is [var state] ? state : new(reorganisation, 0, 0, false);
    }

    private static async Task Answer(this ServiceDb db, EventEnvelope to, State state, object answer, CancellationToken ct)
    {
        var part = new ReorganisationPart(state.Id, state.Version, to.Unit);
        db.Announce(part, answer);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into directory.reorganisation_parts (id, version, counted, followed)
            values ({part.Id}, {part.Version}, {state.Counted}, {state.Followed})
            on conflict (id) do update set version = excluded.version, counted = excluded.counted, followed = excluded.followed
            """,
            ct
        );
        await db.SaveChangesAsync(ct);
    }

    private sealed record State(Guid Id, int Version, int Counted, bool Followed);

    private sealed record Ending(Guid UnitId, Guid[] Successors, Guid? Heir);
}
