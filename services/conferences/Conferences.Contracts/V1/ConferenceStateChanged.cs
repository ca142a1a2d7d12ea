namespace DanVan.Conferences.Contracts.V1;

/// <summary>
/// A conference went on to the next state of its life cycle, where no event of its own says so. Subject: <c>conference/{ConferenceId}</c>.
/// </summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser.</param>
/// <param name="State">PLANNED (again, after a postponement), INVITED, CONFIRMED, IN_SESSION, TASKS_TRACKED or ARCHIVED.</param>
public sealed record ConferenceStateChanged(Guid ConferenceId, Guid UnitId, string State);
