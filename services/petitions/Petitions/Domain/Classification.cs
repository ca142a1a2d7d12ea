using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions;

/// <summary>What the person who handles the petition found of it.</summary>
/// <param name="Kind">By content and purpose, whatever the title says.</param>
/// <param name="FailedChecks">Ids of the checks that were answered with no.</param>
/// <param name="ConcreteEvidence">Check E7. Luật TC Đ25.2.</param>
public sealed record Classification(
    PetitionKind Kind,
    IReadOnlyList<string> FailedChecks,
    bool ConcreteEvidence,
    bool Competent,
    DateOnly On,
    string DocumentNumber
);

/// <summary>Classified before it is taken up (phân loại đơn): by content, by eligibility, by competence.</summary>
public sealed partial class Petition
{
    public DateOnly? ClassifiedOn { get; private set; }
    public Verdict? Verdict { get; private set; }

    /// <summary>Ids of the checks of eligibility that failed.</summary>
    public IReadOnlyList<string> FailedChecks { get; private set; } = [];
    public bool? Competent { get; private set; }

    /// <summary>The last day of keeping, when it was filed (xếp lưu). TT 07/2014 Đ28.</summary>
    public DateOnly? KeepUntil { get; private set; }

    /// <summary>
    /// Records what was found; it may be found anew until the petition is taken up. Another kind has another first duty, counted from the receipt too. What is
    /// not eligible is filed; an anonymous denunciation with evidence is information only, neither answered nor resolved.
    /// </summary>
    public Rejection? Classify(
        Classification found,
        EligibilityTable table,
        string unitKind,
        DeadlineEngine engine,
        DateOnly today,
        out Judgement judgement
    )
    {
        judgement = null!;
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (OutOfOrder(found.On, EnteredOn, today, "classifiedOn") is { } dates)
            return dates;
        if (found.Kind is PetitionKind.ToCao && PetitionerType is Petitions.PetitionerType.Organisation)
            return Refused.DenouncerIsAnIndividual with { Field = "kind" };
        // The round is one of its kind: what goes on from a complaint is a complaint.
        if (found.Kind != Kind && FirstPetitionId is not null)
            return Refused.FirstOfAnotherKind with { Field = "kind" };
        if (found.Competent && Competence.Refuses(found.Kind, unitKind) is { } notCompetent)
            return notCompetent with { Field = "competent" };
        var answers = new Answers(
            found.Kind,
            Channel,
            Field,
            PetitionerType is null,
            found.FailedChecks,
            found.ConcreteEvidence,
            found.Competent,
            found.On
        );
        if (table.Judge(answers, out judgement) is { } unjudged)
            return unjudged;
        if (found.Kind != Kind && Reclassify(found.Kind, engine) is { } noRule)
            return noRule;

        (ClassifiedOn, Verdict, Competent) = (found.On, judgement.Verdict, found.Competent);
        FailedChecks = [.. judgement.Failed.Select(check => check.Id)];
        DocumentNumber = found.DocumentNumber;
        if (judgement.Verdict is Eligibility.Verdict.Eligible)
            OpenForwarding(found.Competent, engine);
        else
            SetAside(judgement, found.On, found.DocumentNumber);
        return null;
    }

    Rejection? Reclassify(PetitionKind kind, DeadlineEngine engine)
    {
        var (before, running) = (Kind, deadlines.FindAll(d => d.IsOpen));
        Kind = kind;
        if (engine.Count(FirstDuty, EnteredOn) is not { } first)
        {
            Kind = before;
            return Refused.NoRuleInForce("kind");
        }
        running.ForEach(duty => duty.Supersede());
        Open(first);
        OpenDutiesOfReceipt(engine);
        return null;
    }

    void SetAside(Judgement judgement, DateOnly on, string documentNumber)
    {
        KeepUntil = judgement.KeepUntil;
        Ground = judgement.Failed[0].Id;
        Close(judgement.Verdict is Eligibility.Verdict.NotEligible ? PetitionState.Filed : PetitionState.InfoOnly, on, documentNumber);
    }
}
