namespace DanVan.Conferences.Contracts.V1;

/// <summary>
/// A unit of an open task has ended, and another takes its place: the one successor when a reorganisation was carried out, or the unit that a person
/// decided on. What is due stays due as it was. A class of units that a task addresses stays as it was worded. Subject: <c>conclusion-task/{TaskId}</c>.
/// </summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="UnitId">The unit in charge, or the assigning unit where a class is addressed, from now on.</param>
/// <param name="LeadUnitId">The unit in charge (chủ trì) from now on; null when a class of units is addressed.</param>
/// <param name="AssignedByUnitId">The unit that will confirm it from now on.</param>
/// <param name="MovedOn">The day of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation; none when a person decided.</param>
/// <param name="DueOn">The day it is due, as before; null when no day is set.</param>
public sealed record TaskMoved(
    Guid TaskId,
    Guid ConferenceId,
    Guid UnitId,
    Guid? LeadUnitId,
    Guid AssignedByUnitId,
    DateOnly MovedOn,
    Guid? ReorganisationId,
    DateOnly? DueOn
);
