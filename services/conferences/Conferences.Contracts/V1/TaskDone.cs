namespace DanVan.Conferences.Contracts.V1;

/// <summary>The assigning unit confirmed that a task is done. Subject: <c>conclusion-task/{TaskId}</c>.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="UnitId">The unit in charge, or the assigning unit where a class is addressed.</param>
/// <param name="ReportedOn">The day on which it was reported as done, which decides whether it was on time.</param>
/// <param name="ConfirmedOn">The day of the confirmation.</param>
/// <param name="OnTime">Whether the report came by the due date; null when no date was due.</param>
public sealed record TaskDone(Guid TaskId, Guid ConferenceId, Guid UnitId, DateOnly ReportedOn, DateOnly ConfirmedOn, bool? OnTime);
