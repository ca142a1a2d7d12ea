namespace DanVan.Conferences.Contracts.V1;

/// <summary>
/// The unit in charge reported on a task; the assigning unit has not confirmed it yet. A standing task is reported many times.
/// Subject: <c>conclusion-task/{TaskId}</c>.
/// </summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="UnitId">The unit in charge, or the assigning unit where a class is addressed.</param>
/// <param name="ReportedOn">The day of the report.</param>
public sealed record TaskReported(Guid TaskId, Guid ConferenceId, Guid UnitId, DateOnly ReportedOn);
