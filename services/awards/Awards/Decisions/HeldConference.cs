namespace DanVan.Awards.Decisions;

/// <summary>What is known here of a conference that was held; no day when the source tells only the month or the year.</summary>
public sealed class HeldConference
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public DateOnly? HeldOn { get; init; }
}
