namespace DanVan.Conferences.Contracts.V1;

/// <summary>A conference will not be held. Subject: <c>conference/{ConferenceId}</c>.</summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser.</param>
public sealed record ConferenceCancelled(Guid ConferenceId, Guid UnitId);
