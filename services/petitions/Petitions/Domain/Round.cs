using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>A petition that goes on where another ended: a second complaint (khiếu nại lần hai, Luật KN Đ33), a repeated denunciation (tố cáo tiếp, Luật TC Đ37).</summary>
public sealed partial class Petition
{
    /// <summary>1 for what is lodged first.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>The petition of the round before.</summary>
    public Guid? FirstPetitionId { get; private set; }

    /// <summary>
    /// Links it, before it is registered, to the one it goes on from: one that is decided, or whose limit has passed without a decision. The time to lodge a
    /// second complaint is counted from the receipt of the decision, or from that expiry (Luật KN Đ33); what was lodged late is entered all the same.
    /// </summary>
    /// <param name="decisionReceivedOn">When the petitioner received the decision; none without one.</param>
    /// <param name="unitLevel">The level of the unit that receives it.</param>
    public Rejection? Continue(Petition first, DateOnly? decisionReceivedOn, string unitLevel, DeadlineEngine engine)
    {
        if (Kind != first.Kind || Kind is not (PetitionKind.KhieuNai or PetitionKind.ToCao))
            return Refused.FirstOfAnotherKind;
        if (Kind is PetitionKind.KhieuNai && first.Round > 1)
            return Refused.NoThirdRound;
        // A commune decides nothing but first complaints (Luật KN Đ17, Đ21.2); a repeated denunciation is with the superior of who resolved it (Luật TC Đ37.1).
        if (UnitId == first.UnitId || unitLevel == "COMMUNE")
            return Refused.NextRoundIsWithTheSuperior;
        if (first.FirstRoundEnd(decisionReceivedOn, ReceivedOn, out var end) is { } early)
            return early;
        (Round, FirstPetitionId) = (first.Round + 1, first.Id);
        if (Kind is PetitionKind.KhieuNai)
        {
            if (engine.Count(Duties.Appeal, end, longer: RemoteArea) is not { } lodging)
                return Refused.NoRuleInForce("firstDecisionReceivedOn");
            lodging.Meet(ReceivedOn);
            deadlines.Add(lodging);
        }
        return null;
    }

    // The day from which the next round may be asked for: the receipt of the decision, or the expiry without one.
    Rejection? FirstRoundEnd(DateOnly? decisionReceivedOn, DateOnly next, out DateOnly end)
    {
        end = decisionReceivedOn ?? Clock?.Due ?? default;
        if (State is PetitionState.Resolved)
            return decisionReceivedOn is null ? Refused.DecisionReceiptMissing
                : decisionReceivedOn < ClosedOn ? Refused.BeforeThePreviousStep("firstDecisionReceivedOn")
                : decisionReceivedOn > next ? Refused.DecisionReceivedLater
                : null;
        if (State is not (PetitionState.Accepted or PetitionState.Suspended))
            return Refused.NothingToGoOnFrom;
        if (decisionReceivedOn is not null)
            return Refused.NoDecisionYet;
        return Clock is { } running && running.Due < next ? null : Refused.FirstRoundRuns;
    }

    /// <summary>A complaint that was lodged after the limitation period, or a second one lodged late, is not accepted (Luật KN Đ11.6), unless with a good reason.</summary>
    Rejection? LodgedTooLate(bool goodReason) =>
        !goodReason
        && Kind is PetitionKind.KhieuNai
        && deadlines.Find(d => d.Rule is Duties.Appeal or Duties.Limitation) is { InTime: false } lodging
            ? Refused.LodgedTooLate(lodging)
            : null;
}
