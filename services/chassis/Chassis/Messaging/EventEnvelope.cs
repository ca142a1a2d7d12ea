namespace DanVan.Chassis.Messaging;

/// <summary>What every event says of itself, whatever it tells.</summary>
/// <param name="Id">UUIDv7; the same in every delivery.</param>
/// <param name="Source"><c>/danvan/&lt;service&gt;</c>.</param>
/// <param name="Type">Name on the wire, <c>vn.danvan.petitions.petition-received.v1</c>.</param>
/// <param name="Subject"><c>&lt;aggregate&gt;/&lt;id&gt;</c>.</param>
/// <param name="Version">The subject's version after the change: 1, 2, 3 … without gaps.</param>
/// <param name="Sequence">Place in the journal of the source: 1, 2, 3 … without gaps, in an order that respects commits.</param>
/// <param name="Time">When it was announced, UTC.</param>
/// <param name="Unit">The unit whose subtree may know of it; null: anybody with the scope.</param>
/// <param name="TraceParent">W3C trace context of the work that announced it.</param>
public sealed record EventEnvelope(
    Guid Id,
    string Source,
    string Type,
    string Subject,
    int Version,
    long Sequence,
    DateTimeOffset Time,
    Guid? Unit,
    string? TraceParent
);
