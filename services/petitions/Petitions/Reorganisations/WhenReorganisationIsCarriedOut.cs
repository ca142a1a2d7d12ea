using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Petitions.CoHandling;
using DanVan.Petitions.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reorganisations;

/// <summary>
/// Takes the open petitions of units that ended to their one successor, with every time limit as it was, and so what they still have to answer on petitions of
/// others.
/// </summary>
public sealed class WhenReorganisationIsCarriedOut(PetitionsDb db) : IConsumer<ReorganisationCarriedOut>
{
    public Task Consume(ConsumeContext<ReorganisationCarriedOut> context) =>
        db.FollowOnce(
            context,
            async (heirs, ct) =>
            {
                var open = await OpenWith(heirs.Ended).ToListAsync(ct);
                var petitions = MovePetitions(open.FindAll(petition => heirs.Concern(petition.UnitId)), heirs, context.Message);
                await db.SaveChangesAsync(ct); // One save tells one thing of a petition.
                var asked = await MoveCoHandlers(open, heirs, context.Message, ct);
                return new ReorganisationFollowed(context.Message.ReorganisationId, [petitions, asked]);
            }
        );

    MovedWork MovePetitions(List<Petition> petitions, Heirs heirs, ReorganisationCarriedOut reorganisation)
    {
        var undecided = 0;
        foreach (var petition in petitions)
            if (heirs.Of(petition.UnitId) is { } heir)
                db.Announce(petition, petition.MoveTo(heir, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
            else
                undecided++;
        return new("PETITIONS", petitions.Count - undecided, undecided);
    }

    async Task<MovedWork> MoveCoHandlers(List<Petition> open, Heirs heirs, ReorganisationCarriedOut reorganisation, CancellationToken ct)
    {
        var (units, ids, moved, undecided) = (heirs.Ended, open.ConvertAll(petition => petition.Id), 0, 0);
        var asked = await db
            .CoHandlers.Where(c => units.Contains(c.UnitId) && c.AnsweredOn == null && ids.Contains(c.PetitionId))
            .OrderBy(c => c.Id)
            .ToListAsync(ct);
        foreach (var (petition, coHandlers) in open.GroupJoin(asked, p => p.Id, c => c.PetitionId, (p, its) => (p, its)))
        {
            var moves = new List<MovedCoHandler>();
            foreach (var coHandler in coHandlers)
                if (heirs.Of(coHandler.UnitId) is { } heir)
                    moves.Add(coHandler.MoveTo(heir));
                else
                    undecided++;
            if (moves.Count > 0)
                db.Announce(petition, CoHandler.Moved(petition, moves, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
            moved += moves.Count;
        }
        return new("CO_HANDLINGS", moved, undecided);
    }

    // Locked, so that whoever decides on one at this moment is answered that it has changed, and not we.
    IQueryable<Petition> OpenWith(Guid[] units) =>
        db.Petitions.FromSql(
            $"""
            select * from petitions where state in ('RECEIVED', 'ACCEPTED', 'SUSPENDED') and id in (
                select id from petitions where unit_id = any ({units}) union
                select petition_id from co_handlers where unit_id = any ({units}) and answered_on is null
            ) order by id for update
            """
        );
}
