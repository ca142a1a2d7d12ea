namespace DanVan.Chassis.Messaging;

/// <summary>
/// A reaction to many events at once: a hundred in one statement cost little more than one. Right under duplicates, reordering and replay, as every
/// reaction must be.
/// </summary>
public interface IBatchReaction
{
    /// <summary>
    /// Takes effect for all of them, or for none (throws). When it throws, the events come again one by one, so that a poisonous one parks alone.
    /// </summary>
    Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct);
}
