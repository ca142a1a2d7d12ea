namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// A unit that means to propose or decide an award asks whether something stands against it. Answered by <c>clearance-answered</c> of petitions. Subject:
/// <c>clearance/{ClearanceId}</c>.
/// </summary>
/// <param name="ClearanceId">The question.</param>
/// <param name="PersonId">The candidate, a person of the directory's register; null for a unit.</param>
/// <param name="UnitId">The candidate, a unit; null for a person.</param>
/// <param name="Purpose">PROPOSAL or DECISION.</param>
[OnlyFor("petitions")]
public sealed record ClearanceAsked(Guid ClearanceId, Guid? PersonId, Guid? UnitId, string Purpose);

/// <summary>No answer is wanted any more: the award was decided, or will not be. Subject: <c>clearance/{ClearanceId}</c>.</summary>
/// <param name="ClearanceId">The question.</param>
/// <param name="Outcome">DECIDED or DROPPED.</param>
/// <param name="DecidedOn">The day of the decision; null when it was dropped. What is concluded from that day on may contradict it.</param>
[OnlyFor("petitions")]
public sealed record ClearanceClosed(Guid ClearanceId, string Outcome, DateOnly? DecidedOn);

/// <summary>Somebody read what was answered. Stays in the journal of the service. Subject: <c>clearance-reading/{id}</c>.</summary>
/// <param name="ReadBy">The account or client that read.</param>
/// <param name="ClearanceIds">The questions that were shown.</param>
[OnlyFor]
public sealed record ClearancesRead(string ReadBy, IReadOnlyList<Guid> ClearanceIds);
