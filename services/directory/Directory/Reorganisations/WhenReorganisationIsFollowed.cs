using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

/// <summary>Keeps what each service has moved, and closes a reorganisation when the last one has told. What was told already changes nothing.</summary>
internal sealed class WhenReorganisationIsFollowed(DirectoryDb db, TimeProvider clock) : IBatchReaction
{
    /// <summary>What the events of all services have in common.</summary>
    private sealed record Followed(Guid ReorganisationId, IReadOnlyList<WorkMoved> Moves);

    public static Type[] Contracts =>
        [
            typeof(Petitions.Contracts.V1.ReorganisationFollowed),
            typeof(Reporting.Contracts.V1.ReorganisationFollowed),
            typeof(Conferences.Contracts.V1.ReorganisationFollowed),
            typeof(Awards.Contracts.V1.ReorganisationFollowed),
        ];

    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var told = events.Select(received => (received, Followed: received.As<Followed>())).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The plan first: of the last two answers, taken by two replicas at once, the second must see the first.
        Guid[] ids = [.. told.Select(answer => answer.Followed.ReorganisationId).Distinct().Order()];
        var plans = await db
            .ReorganisationPlans.FromSql($"select * from reorganisation_plans where id = any ({ids}) order by id for update")
            .ToListAsync(ct);
        foreach (var (received, followed) in told)
            await db.Database.ExecuteSqlAsync(
                $"""
                update followings set done_at = {received.Envelope.Time}, moves = {JsonSerializer.Serialize(
                    followed.Moves,
                    EventJson.Options
                )}::jsonb
                where plan_id = {followed.ReorganisationId} and service = {received.Service()} and done_at is null
                """,
                ct
            );
        foreach (var plan in plans.Where(plan => plan.State is PlanState.CarriedOut))
            if (!await db.Followings.AnyAsync(following => following.PlanId == plan.Id && following.DoneAt == null, ct))
            {
                plan.Close(clock.GetUtcNow());
                db.Announce(plan, new ReorganisationClosed(plan.Id, plan.EffectiveOn));
            }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
