namespace DanVan.Conferences.Contracts.V1;

/// <summary>A conference was postponed (hoãn). Subject: <c>conference/{ConferenceId}</c>.</summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser.</param>
/// <param name="NewDate">The new day; null while it is open.</param>
public sealed record ConferencePostponed(Guid ConferenceId, Guid UnitId, DateOnly? NewDate);
