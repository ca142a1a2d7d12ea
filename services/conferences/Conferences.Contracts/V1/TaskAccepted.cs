namespace DanVan.Conferences.Contracts.V1;

/// <summary>The unit in charge accepted a task. Subject: <c>conclusion-task/{TaskId}</c>.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="UnitId">The unit in charge, or the assigning unit where a class is addressed.</param>
public sealed record TaskAccepted(Guid TaskId, Guid ConferenceId, Guid UnitId);
