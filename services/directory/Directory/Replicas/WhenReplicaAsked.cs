using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Calendar;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Replicas;

/// <summary>
/// Sends a service what its replica lacks: everything to a new one, to one that lost something what it lost and a little more. Who gets an event twice
/// passes it over, so nothing is remembered of who got what.
/// </summary>
internal sealed class WhenReplicaAsked(DirectoryDb db, Correspondence services, ILogger<WhenReplicaAsked> log) : IBatchReaction
{
    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        // Questions gather while the directory is down; only the last of each service is worth an answer.
        foreach (var asked in events.Select(received => (ReplicaAsked)received.Event).GroupBy(asked => asked.Service))
            await Answer(asked.Last(), ct);
    }

    private async Task Answer(ReplicaAsked asked, CancellationToken ct)
    {
        var own = await db.Database.SqlQuery<long[]>($"""select replica_marks() as "Value" """).SingleAsync(ct);
        int[] differing =
        [
            .. own[..^1].Index().Where(mark => asked.UnitMarks.ElementAtOrDefault(mark.Index) != mark.Item).Select(mark => mark.Index),
        ];
        try
        {
            var sent = differing.Length == 0 ? 0 : await services.RepeatLatest(asked.Service, await SubjectsOf(differing, ct), ct);
            if (own[^1] != asked.CalendarMark)
                sent += await services.RepeatAll(asked.Service, [SubjectName.Of<NationalCalendar>(NationalCalendar.TheId)], ct);
            if (sent > 0)
                log.LogInformation("{Count} events were sent to the replica of {Service}", sent, asked.Service);
        }
        catch (Exception failure) when (failure is IOException or TimeoutException or ArgumentException)
        {
            // It is gone, or the broker is: whoever still needs an answer asks again.
            log.LogWarning("The replica of {Service} could not be sent anything: {Reason}", asked.Service, failure.Message);
        }
    }

    // Those above first: who stands below finds its line complete.
    private async Task<IReadOnlyList<string>> SubjectsOf(int[] buckets, CancellationToken ct)
    {
        var ids = await db
            .Database.SqlQuery<Guid>(
                $"""
                select id as "Value" from units join unit_periods last on unit_id = id
                where get_byte(uuid_send(id), 15) & 63 = any ({buckets})
                    and valid_from = (select max(valid_from) from unit_periods where unit_id = id)
                order by array_position(array['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE'], level), code_scheme is null, id
                """
            )
            .ToListAsync(ct);
        return ids.ConvertAll(SubjectName.Of<Unit>);
    }
}
