using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;
using DanVan.Conferences.Tasks;
using DanVan.Directory.Contracts.V1;
using MassTransit;

namespace DanVan.Conferences.Reorganisations;

/// <summary>
/// Puts the one successor of a unit that ended in its place: as organiser of conferences still to come, as the unit that delegates come from, in open
/// tasks. Conferences that were held keep the units of their day, and classes of units stay as they were worded.
/// </summary>
public sealed class WhenReorganisationIsCarriedOut(ConferencesDb db) : IConsumer<ReorganisationCarriedOut>
{
    public Task Consume(ConsumeContext<ReorganisationCarriedOut> context) =>
        db.FollowOnce(
            context,
            async (heirs, ct) =>
            {
                var reorganisation = context.Message;
                var (conferences, delegates) = await FollowConferences(heirs, reorganisation, ct);
                var tasks = await FollowTasks(heirs, reorganisation, ct);
                return new ReorganisationFollowed(
                    reorganisation.ReorganisationId,
                    [conferences.As("CONFERENCES"), delegates.As("DELEGATES"), tasks.As("TASKS")]
                );
            }
        );

    async Task<(Moves Conferences, Moves Delegates)> FollowConferences(
        Heirs heirs,
        ReorganisationCarriedOut reorganisation,
        CancellationToken ct
    )
    {
        var (organised, sent) = (new Moves(), new Moves());
        foreach (var conference in await ComingWith(heirs.Ended).Include(x => x.Participants).ToListAsync(ct))
        {
            var organiser = conference.MoveFrom(heirs);
            var delegates = conference.Participants.Select(one => one.MoveFrom(heirs)).ToList();
            organised.Add(organiser);
            delegates.ForEach(sent.Add);
            var moved = delegates.Count(one => one is true);
            if (organiser is true || moved > 0)
                db.Announce(conference, conference.Reorganised(moved, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
        }
        return (organised, sent);
    }

    async Task<Moves> FollowTasks(Heirs heirs, ReorganisationCarriedOut reorganisation, CancellationToken ct)
    {
        var moves = new Moves();
        foreach (var task in await OpenTasksOf(heirs.Ended).ToListAsync(ct))
        {
            var before = (task.UnitId, task.AssignedByUnitId);
            moves.Add(task.MoveFrom(heirs));
            if (before != (task.UnitId, task.AssignedByUnitId))
                db.Announce(task, task.Moved(reorganisation.EffectiveOn, reorganisation.ReorganisationId));
        }
        return moves;
    }

    // Locked, here and below, so that whoever changes one at this moment is answered that it has changed, and not we.
    IQueryable<Conference> ComingWith(Guid[] units) =>
        db.Conferences.FromSql(
            $"""
            select * from conferences where state in ('PLANNED', 'INVITED', 'CONFIRMED', 'POSTPONED') and (unit_id = any ({units})
                or exists (select from participations p where p.conference_id = conferences.id and p.unit_id = any ({units})))
            order by id for update
            """
        );

    IQueryable<ConclusionTask> OpenTasksOf(Guid[] units) =>
        db.Tasks.FromSql(
            $"""
            select * from tasks where state not in ('CONFIRMED_DONE', 'CANCELLED')
                and (unit_id = any ({units}) or assigned_by_unit_id = any ({units}))
            order by id for update
            """
        );

    /// <summary>Counts what moved and what waits for a person; what was not concerned counts as neither.</summary>
    sealed class Moves
    {
        int moved;
        int undecided;

        public void Add(bool? followed) =>
            (moved, undecided) = (moved + (followed is true ? 1 : 0), undecided + (followed is false ? 1 : 0));

        public MovedWork As(string work) => new(work, moved, undecided);
    }
}
