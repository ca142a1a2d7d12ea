namespace DanVan.Conferences.Oversight;

/// <summary>A plan.</summary>
public sealed record OversightView(
    Guid Id,
    int Version,
    Guid UnitId,
    Guid? ConferenceId,
    OversightKind Kind,
    int Year,
    string Subject,
    IReadOnlyList<OversightTarget> Targets,
    int? TargetCount,
    OversightState State,
    DateOnly? EndedOn,
    string? Result
) : IVersionedView
{
    public static OversightView Of(OversightPlan x) =>
        new(x.Id, x.Version, x.UnitId, x.ConferenceId, x.Kind, x.Year, x.Subject, x.Targets, x.TargetCount, x.State, x.EndedOn, x.Result);
}
