namespace DanVan.Conferences.Contracts.V1;

/// <summary>The assigning unit gave a task more time. Subject: <c>conclusion-task/{TaskId}</c>.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="UnitId">The unit in charge, or the assigning unit where a class is addressed.</param>
/// <param name="DueOn">The new due date.</param>
public sealed record TaskExtended(Guid TaskId, Guid ConferenceId, Guid UnitId, DateOnly DueOn);
