namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// The answer to a question whether somebody may be considered for an award, or another answer to it than before. Why is never told, nor since when: answers
/// leave in batches at set times, whatever they are. A higher version of the subject replaces a lower one. Subject: <c>clearance/{ClearanceId}</c>.
/// </summary>
/// <param name="ClearanceId">The question, as <c>clearance-asked</c> named it.</param>
/// <param name="Answer">CLEAR or HOLD.</param>
[OnlyFor("awards")]
public sealed record ClearanceAnswered(Guid ClearanceId, string Answer);

/// <summary>
/// What came to light after an award was decided asks to examine it once more (Luật Thi đua, khen thưởng Đ93). What it is, is not told. Leaves with the
/// answers, once for a question. Subject: <c>clearance/{ClearanceId}</c>.
/// </summary>
/// <param name="ClearanceId">The question on whose answer the award was decided.</param>
[OnlyFor("awards")]
public sealed record ClearanceContradicted(Guid ClearanceId);

/// <summary>A hold was placed: somebody is not to be rewarded for now. Who, and on what ground, stands sealed in the service. Stays in its journal.</summary>
/// <param name="HoldId">The hold.</param>
[OnlyFor]
public sealed record HoldPlaced(Guid HoldId);

/// <summary>A hold was released. Stays in the journal of the service.</summary>
/// <param name="HoldId">The hold.</param>
[OnlyFor]
public sealed record HoldReleased(Guid HoldId);
