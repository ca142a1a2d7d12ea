using DanVan.Chassis;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Calendar;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.People;
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
        var own = await db
            .Database.SqlQuery<Marks>(
                $"""select replica_marks() as "Registry", person_marks() as "People", position_marks() as "Positions" """
            )
            .SingleAsync(ct);
        try
        {
            var sent = await Repeat<Unit>(asked.Service, own.Registry[..^1], asked.UnitMarks, UnitsIn, ct);
            if (own.Registry[^1] != asked.CalendarMark)
                sent += await services.RepeatAll(asked.Service, [SubjectName.Of<NationalCalendar>(NationalCalendar.TheId)], ct);
            sent += await Repeat<Person>(asked.Service, own.People, asked.PersonMarks, PeopleIn, ct);
            sent += await Repeat<Position>(asked.Service, own.Positions, asked.PositionMarks, PositionsIn, ct);
            if (sent > 0)
                log.LogInformation("{Count} events were sent to the replica of {Service}", sent, asked.Service);
        }
        catch (Exception failure) when (failure is IOException or TimeoutException or ArgumentException)
        {
            // It is gone, or the broker is: whoever still needs an answer asks again.
            log.LogWarning("The replica of {Service} could not be sent anything: {Reason}", asked.Service, failure.Message);
        }
    }

    private async Task<long> Repeat<TSubject>(
        string service,
        long[] own,
        IReadOnlyList<long>? theirs,
        Func<int[], IQueryable<Guid>> idsIn,
        CancellationToken ct
    )
        where TSubject : ISubject
    {
        if (theirs is null)
            return 0;
        int[] differing = [.. own.Index().Where(mark => theirs.ElementAtOrDefault(mark.Index) != mark.Item).Select(mark => mark.Index)];
        if (differing.Length == 0)
            return 0;
        var ids = await idsIn(differing).ToListAsync(ct);
        return await services.RepeatLatest(service, ids.ConvertAll(SubjectName.Of<TSubject>), ct);
    }

    // Those above first: who stands below finds its line complete.
    private IQueryable<Guid> UnitsIn(int[] buckets) =>
        db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from units join unit_periods last on unit_id = id
            where get_byte(uuid_send(id), 15) & 63 = any ({buckets})
                and valid_from = (select max(valid_from) from unit_periods where unit_id = id)
            order by array_position(array['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE'], level), code_scheme is null, id
            """
        );

    private IQueryable<Guid> PeopleIn(int[] buckets) =>
        db.Database.SqlQuery<Guid>($"""select id as "Value" from people where get_byte(uuid_send(id), 15) & 63 = any ({buckets})""");

    private IQueryable<Guid> PositionsIn(int[] buckets) =>
        db.Database.SqlQuery<Guid>($"""select id as "Value" from positions where get_byte(uuid_send(id), 15) & 63 = any ({buckets})""");

    private sealed record Marks(long[] Registry, long[] People, long[] Positions);
}
