namespace DanVan.Conferences.Contracts.V1;

/// <summary>A conclusion became a task. Subject: <c>conclusion-task/{TaskId}</c>.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ConferenceId">The conference that concluded it.</param>
/// <param name="Item">The item of the conclusions, counted from 1.</param>
/// <param name="AssignedByUnitId">The unit that assigned it and will confirm it.</param>
/// <param name="LeadUnitId">The unit in charge (chủ trì); null when a class of units is addressed.</param>
/// <param name="AddresseeClass">The class of units addressed, as worded by the conference; null when one unit is in charge.</param>
/// <param name="AssignedOn">The day it was assigned.</param>
/// <param name="DueOn">The day it is due; null when no day is set.</param>
/// <param name="DuePeriod">The period it is due in, such as 2021-H2; null when none is set.</param>
/// <param name="Continuous">True for a standing task (thường xuyên): never overdue, reported each period.</param>
public sealed record TaskAssigned(
    Guid TaskId,
    Guid ConferenceId,
    int Item,
    Guid AssignedByUnitId,
    Guid? LeadUnitId,
    string? AddresseeClass,
    DateOnly AssignedOn,
    DateOnly? DueOn,
    string? DuePeriod,
    bool Continuous
);
