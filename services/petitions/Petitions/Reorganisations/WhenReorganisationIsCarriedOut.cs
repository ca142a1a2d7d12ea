using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Petitions.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reorganisations;

/// <summary>Takes the open petitions of units that ended to their one successor, with every time limit as it was.</summary>
public sealed class WhenReorganisationIsCarriedOut(PetitionsDb db) : IConsumer<ReorganisationCarriedOut>
{
    public Task Consume(ConsumeContext<ReorganisationCarriedOut> context) =>
        db.FollowOnce(
            context,
            async (heirs, ct) =>
            {
                var (reorganisation, undecided) = (context.Message, 0);
                var petitions = await OpenIn(heirs.Ended).ToListAsync(ct);
                foreach (var petition in petitions)
                    if (heirs.Of(petition.UnitId) is { } heir)
                        db.Announce(petition, petition.MoveTo(heir, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
                    else
                        undecided++;
                return new ReorganisationFollowed(
                    reorganisation.ReorganisationId,
                    [new("PETITIONS", petitions.Count - undecided, undecided)]
                );
            }
        );

    // Locked, so that whoever decides on one at this moment is answered that it has changed, and not we.
    IQueryable<Petition> OpenIn(Guid[] units) =>
        db.Petitions.FromSql(
            $"select * from petitions where unit_id = any ({units}) and state in ('RECEIVED', 'ACCEPTED', 'SUSPENDED') order by id for update"
        );
}
