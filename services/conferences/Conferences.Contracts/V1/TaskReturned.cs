namespace DanVan.Conferences.Contracts.V1;

/// <summary>The assigning unit did not take a report as done: the task goes on. Subject: <c>conclusion-task/{TaskId}</c>.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="UnitId">The unit in charge, or the assigning unit where a class is addressed.</param>
public sealed record TaskReturned(Guid TaskId, Guid ConferenceId, Guid UnitId);
