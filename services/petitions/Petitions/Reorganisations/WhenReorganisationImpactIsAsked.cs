using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Petitions.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Reorganisations;

/// <summary>Counts the open petitions in the books of the units that would end.</summary>
public sealed class WhenReorganisationImpactIsAsked(PetitionsDb db) : IConsumer<ReorganisationImpactAsked>
{
    public Task Consume(ConsumeContext<ReorganisationImpactAsked> context) =>
        db.CountOnce(
            context,
            async (ending, ct) =>
            {
                var (petitions, undecided) = await ending.Count(units => db.Petitions.Open().CountAsync(p => units.Contains(p.UnitId), ct));
                return new ReorganisationImpactCounted(
                    context.Message.ReorganisationId,
                    context.Message.Round,
                    [new("PETITIONS", petitions, undecided)]
                );
            }
        );
}
