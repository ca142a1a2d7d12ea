using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Probe.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DanVan.Probe;

/// <summary>A projection: one statement, guarded by the version.</summary>
public sealed class ProjectNotes(ProbeDb db) : IConsumer<NoteWritten>
{
    public Task Consume(ConsumeContext<NoteWritten> context)
    {
        var note = context.Message;
        Poison.Refuse(note.Text);
        var version = context.Envelope().Version;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into projected as p (note, version, text, changes) values ({note.NoteId}, {version}, {note.Text}, 1)
            on conflict (note) do update set version = excluded.version, text = excluded.text, changes = p.changes + 1
            where p.version < excluded.version
            """,
            context.CancellationToken
        );
    }
}

/// <summary>An effect that is not idempotent by nature, behind the inbox.</summary>
public sealed class TallyNotes(ProbeDb db) : IConsumer<NoteWritten>
{
    public async Task Consume(ConsumeContext<NoteWritten> context)
    {
        Poison.Refuse(context.Message.Text);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        if (!await db.FirstTime(context.Envelope(), "tally", context.CancellationToken))
            return;
        await db.Database.ExecuteSqlAsync($"update tally set total = total + 1", context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }
}

/// <summary>Many at once.</summary>
public sealed class BatchNotes(NpgsqlDataSource database) : IBatchReaction
{
    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        foreach (var received in events)
            Poison.Refuse(((NoteWritten)received.Event).Text);
        await using var command = database.CreateCommand("insert into batched select * from unnest($1, $2) on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. events.Select(e => e.Envelope.Id)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. events.Select(e => e.Envelope.Sequence)] });
        await command.ExecuteNonQueryAsync(ct);
    }
}

internal static class Poison
{
    public static void Refuse(string text)
    {
        if (text == "poison")
            throw new InvalidOperationException("This note cannot be read");
    }
}
