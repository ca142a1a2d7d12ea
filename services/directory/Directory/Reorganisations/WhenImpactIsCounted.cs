using System.Text.Json;
using DanVan.Chassis.Messaging;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

/// <summary>
/// Keeps what the services count. The first answer of a service to a question stands: right under duplicates, reordering and replay. An answer after the
/// time limit is kept too; one of a service that was not asked is not.
/// </summary>
internal sealed class WhenImpactIsCounted(DirectoryDb db) : IBatchReaction
{
    /// <summary>What the events of all services have in common.</summary>
    private sealed record Counted(Guid ReorganisationId, int Round, IReadOnlyList<WorkCount> Counts);

    public static Type[] Contracts =>
        [
            typeof(Petitions.Contracts.V1.ReorganisationImpactCounted),
            typeof(Reporting.Contracts.V1.ReorganisationImpactCounted),
            typeof(Conferences.Contracts.V1.ReorganisationImpactCounted),
            typeof(Awards.Contracts.V1.ReorganisationImpactCounted),
        ];

    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        foreach (var received in events)
        {
            var answer = received.As<Counted>();
            await db.Database.ExecuteSqlAsync(
                $"""
                update impact_answers set answered_at = {received.Envelope.Time}, counts = {JsonSerializer.Serialize(
                    answer.Counts,
                    EventJson.Options
                )}::jsonb
                where plan_id = {answer.ReorganisationId} and round = {answer.Round} and service = {received.Service()} and answered_at is null
                """,
                ct
            );
        }
    }
}

internal static class ReceivedAnswers
{
    /// <summary>The data of an event that several services publish in one shape.</summary>
    public static T As<T>(this ReceivedEvent received) =>
        JsonSerializer.Deserialize<T>(received.Data.Span, EventJson.Options) ?? throw new JsonException("The data are null");

    /// <summary>Who published it; the broker lets nobody publish in another's name.</summary>
    public static string Service(this ReceivedEvent received) => received.Envelope.Source["/danvan/".Length..];
}
