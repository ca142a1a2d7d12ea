using System.Text;
using DanVan.Chassis.Messaging;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Facts;

/// <summary>
/// Records what other services announced, a whole batch in one statement. Right under duplicates, reordering and replay, since a fact is never changed;
/// what follows from the order of events is worked out when they are counted.
/// </summary>
public sealed class RecordFacts(ReportingDb db) : IBatchReaction
{
    public Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var rows = new Columns(events.Count);
        for (var i = 0; i < events.Count; i++)
            rows.Take(i, events[i]);
        return db.Database.ExecuteSqlAsync(
            $"""
            with arrived as (
                select * from unnest({rows.EventIds}, {rows.Sources}, {rows.Sequences}, {rows.Types}, {rows.Subjects}, {rows.Versions},
                    {rows.Units}, {rows.FirstDays}, {rows.LastDays}, {rows.Redates}, {rows.Data}::jsonb[])
                    as a (event_id, source, sequence, type, subject, version, unit_id, first_day, last_day, redates, data)
            ),
            read as (
                insert into watermarks (source, sequence)
                select source, max(sequence) from arrived group by source order by source
                on conflict (source) do update set sequence = greatest(watermarks.sequence, excluded.sequence)
            )
            insert into facts select * from arrived on conflict (event_id) do nothing
            """,
            ct
        );
    }

    sealed class Columns(int count)
    {
        public Guid[] EventIds { get; } = new Guid[count];
        public string[] Sources { get; } = new string[count];
        public long[] Sequences { get; } = new long[count];
        public string[] Types { get; } = new string[count];
        public string[] Subjects { get; } = new string[count];
        public int[] Versions { get; } = new int[count];
        public Guid?[] Units { get; } = new Guid?[count];
        public DateOnly?[] FirstDays { get; } = new DateOnly?[count];
        public DateOnly?[] LastDays { get; } = new DateOnly?[count];
        public string?[] Redates { get; } = new string?[count];
        public string[] Data { get; } = new string[count];

        public void Take(int i, ReceivedEvent received)
        {
            var envelope = received.Envelope;
            (EventIds[i], Sources[i], Sequences[i], Types[i]) = (envelope.Id, envelope.Source, envelope.Sequence, envelope.Type);
            (Subjects[i], Versions[i], Units[i]) = (envelope.Subject, envelope.Version, envelope.Unit);
            var days = Consumed.When(received.Event);
            (FirstDays[i], LastDays[i], Redates[i]) = (days?.First, days?.Last, Consumed.Redates(envelope.Type));
            Data[i] = Encoding.UTF8.GetString(received.Data.Span);
        }
    }
}
