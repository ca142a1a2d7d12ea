namespace DanVan.Conferences.Contracts.V1;

/// <summary>The numbered notice of conclusions (thông báo kết luận) of a conference was issued. Subject: <c>conference/{ConferenceId}</c>.</summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser.</param>
/// <param name="Number">Number and symbol of the notice, such as 12-TB/BDVTU.</param>
/// <param name="IssuedOn">The date of the notice.</param>
/// <param name="Items">Items of the conclusions, in all.</param>
/// <param name="Tasks">Tasks assigned by the notice itself.</param>
/// <param name="DeclaredKeyTasks">Key tasks declared; null means not stated.</param>
/// <param name="EnteredKeyTasks">Key tasks entered.</param>
/// <param name="ListStatus">Declared beside entered: NOT_DECLARED, INCOMPLETE_LIST, COMPLETE or MORE_THAN_DECLARED.</param>
public sealed record ConclusionIssued(
    Guid ConferenceId,
    Guid UnitId,
    string Number,
    DateOnly IssuedOn,
    int Items,
    int Tasks,
    int? DeclaredKeyTasks,
    int EnteredKeyTasks,
    string ListStatus
);
