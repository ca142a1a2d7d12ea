using DanVan.Chassis.Http;

namespace DanVan.Petitions.Receptions;

/// <param name="PostBy">The last day for posting the schedule (Luật TCD Đ24.4); none for sessions that nobody could foresee.</param>
public sealed record ReceptionView(
    Guid Id,
    int Version,
    Guid UnitId,
    ReceptionKind Kind,
    DateOnly HeldOn,
    string Place,
    DateOnly? PostedOn,
    DateOnly? PostBy,
    bool? PostedInTime,
    bool IsOnline,
    DateOnly? NotifiedOn,
    IReadOnlyList<string> Sites,
    ReceptionState State,
    ReceivedBy? ReceivedBy,
    DateOnly? TestedOn,
    string? DocumentNumber,
    string? Reason
) : IVersionedView
{
    public static ReceptionView Of(Reception r) =>
        new(
            r.Id,
            r.Version,
            r.UnitId,
            r.Kind,
            r.HeldOn,
            r.Place,
            r.PostedOn,
            r.PostBy,
            r.PostedInTime,
            r.IsOnline,
            r.NotifiedOn,
            r.Sites,
            r.State,
            r.ReceivedBy,
            r.TestedOn,
            r.DocumentNumber,
            r.Reason
        );
}
