using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Petitions.CoHandling;
using DanVan.Petitions.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reorganisations;

/// <summary>Counts the open petitions in the books of the units that would end, and what these still have to answer on others.</summary>
public sealed class WhenReorganisationImpactIsAsked(PetitionsDb db) : IConsumer<ReorganisationImpactAsked>
{
    public Task Consume(ConsumeContext<ReorganisationImpactAsked> context) =>
        db.CountOnce(
            context,
            async (ending, ct) =>
            {
                var petitions = await ending.Count(units => db.Petitions.Open().CountAsync(p => units.Contains(p.UnitId), ct));
                var asked = await ending.Count(units => db.CoHandlers.OpenOf(db.Petitions).CountAsync(c => units.Contains(c.UnitId), ct));
                return new ReorganisationImpactCounted(
                    context.Message.ReorganisationId,
                    context.Message.Round,
                    [new("PETITIONS", petitions.All, petitions.Undecided), new("CO_HANDLINGS", asked.All, asked.Undecided)]
                );
            }
        );
}
