using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Receipts;

namespace DanVan.Petitions.Reading;

/// <param name="DueOn">The last day of the first open duty; none when nothing is open.</param>
/// <param name="SuspendedOn">Since when the clock stands; none while it runs.</param>
/// <param name="InTime">Whether the last step was taken before its limit had passed.</param>
/// <param name="Deadline">The first open duty, with how its day was counted.</param>
/// <param name="Procedure">What the procedure of its kind adds.</param>
public record PetitionView(
    Guid Id,
    int Version,
    Guid UnitId,
    PetitionKind Kind,
    Channel Channel,
    PetitionField Field,
    DateOnly ReceivedOn,
    string Summary,
    Guid? PlaceUnitId,
    bool RemoteArea,
    string? ForwardedBy,
    string? ForwardingLetter,
    PetitionerType? PetitionerType,
    PetitionState State,
    DateOnly? DueOn,
    DateOnly? SuspendedOn,
    bool InTime,
    DateOnly? AcceptedOn,
    DateOnly? ClosedOn,
    string? DocumentNumber,
    string? Ground,
    Guid? ToUnitId,
    Outcome? Outcome,
    IReadOnlyList<Complexity> Complexity,
    int Extensions,
    DeadlineView? Deadline,
    ProcedureView Procedure,
    IntakeView Intake
) : IVersionedView;

/// <summary>The petition as it was received, with the receipt to hand to the petitioner: shown now, and kept by nobody else.</summary>
public sealed record ReceivedView : PetitionView
{
    internal ReceivedView(PetitionView petition, ReceiptView receipt)
        : base(petition) => Receipt = receipt;

    /// <summary>With it the petitioner follows the petition at <c>/api/v1/receipts/status</c>, without an account.</summary>
    public ReceiptView Receipt { get; }
}

static class PetitionViews
{
    public static PetitionView ToView(this Petition p, DeadlineEngine engine) =>
        new(
            p.Id,
            p.Version,
            p.UnitId,
            p.Kind,
            p.Channel,
            p.Field,
            p.ReceivedOn,
            p.Summary,
            p.PlaceUnitId,
            p.RemoteArea,
            p.ForwardedBy,
            p.ForwardingLetter,
            p.PetitionerType,
            p.State,
            p.DueOn,
            p.SuspendedOn,
            p.InTime,
            p.AcceptedOn,
            p.ClosedOn,
            p.DocumentNumber,
            p.Ground,
            p.ToUnitId,
            p.Outcome,
            p.Complexity,
            p.Extensions,
            p.Current is { } current ? engine.Explain(current) : null,
            ProcedureView.Of(p),
            IntakeView.Of(p)
        );
}
