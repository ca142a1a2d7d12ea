namespace DanVan.Chassis;

/// <summary>An event between its commit and its place in the journal. Written once, removed by the sequencer.</summary>
sealed class OutboxRow
{
    public required Guid Id { get; init; }
    public required string Type { get; init; }
    public required string Subject { get; init; }
    public required int Version { get; init; }
    public required Guid? Unit { get; init; }
    public required DateTimeOffset Time { get; init; }
    public required string? Actor { get; init; }
    public required string Data { get; init; }
    public required string? TraceParent { get; init; }
}
