using DanVan.Awards.Contracts.V1;
using DanVan.Chassis;
using DanVan.Petitions.Respondents;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Clearances;

/// <summary>
/// Keeps a question of awards until it is closed, and after that while what was decided may be contradicted. It is answered with the next batch, never at once.
/// </summary>
/// <remarks>Each of the two writes what it knows in one statement: right under duplicates, reordering and replay.</remarks>
public sealed class WhenClearanceIsAsked(PetitionsDb db, PartyVault vault, TimeProvider clock)
    : IConsumer<ClearanceAsked>,
        IConsumer<ClearanceClosed>
{
    public Task Consume(ConsumeContext<ClearanceAsked> context)
    {
        var asked = new Clearance { Id = context.Message.ClearanceId };
        vault.Seal(asked, new Party(context.Message.PersonId, context.Message.UnitId));
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into clearances as known (id, version, key_id, box, looked_at, closed, contradicted)
            values ({asked.Id}, 0, {asked.KeyId}, {asked.Box}, {clock.GetUtcNow()}, false, false)
            on conflict (id) do update set key_id = excluded.key_id, box = excluded.box where known.box = ''
            """,
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<ClearanceClosed> context) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into clearances (id, version, key_id, box, looked_at, closed, decided_on, contradicted)
            values ({context.Message.ClearanceId}, 0, '', '', {clock.GetUtcNow()}, true, {context.Message.DecidedOn}, false)
            on conflict (id) do update set closed = true, decided_on = excluded.decided_on
            """,
            context.CancellationToken
        );
}

public static class ClearanceServices
{
    public static IServiceCollection AddClearances(this IServiceCollection services)
    {
        services.AddOptions<ClearanceOptions>().BindConfiguration("Clearance").ValidateDataAnnotations().ValidateOnStart();
        return services.AddReaction<WhenClearanceIsAsked>("clearances").AddHostedService<AnswerClearances>();
    }
}
