using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>On what the law lets the resolution of an accepted petition be stopped (đình chỉ).</summary>
public static class StopGrounds
{
    const string Withdrawn = "WITHDRAWN";

    public static readonly IReadOnlyList<Ground> All =
    [
        new(
            $"KN.STOP.{Withdrawn}",
            PetitionKind.KhieuNai,
            "Luật Khiếu nại Đ10",
            "Người khiếu nại rút toàn bộ khiếu nại",
            "The complainant took the whole complaint back"
        ),
        Complaint(
            "DIED",
            "Người khiếu nại chết mà không có người thừa kế",
            "The complainant died without an heir",
            PetitionerType.Individual
        ),
        Complaint(
            "DISSOLVED",
            "Cơ quan, tổ chức khiếu nại giải thể mà không có nơi kế thừa",
            "The complaining body was dissolved without a successor",
            PetitionerType.Organisation
        ),
        Complaint("NO_OBJECT", "Đối tượng khiếu nại không còn", "No object of the complaint is left"),
        Complaint("COURT", "Tòa án đã thụ lý", "A court has taken it up"),
        Denunciation(Withdrawn, "a", "Người tố cáo rút toàn bộ nội dung tố cáo", "The denouncer took the whole denunciation back"),
        Denunciation(
            "DIED",
            "b",
            "Người bị tố cáo chết và nội dung liên quan đến trách nhiệm của người đó",
            "The denounced person died, and it was about that person's responsibility"
        ),
        Denunciation(
            "DECIDED",
            "c",
            "Vụ việc đã được giải quyết bằng bản án, quyết định có hiệu lực",
            "A judgment or decision in force has settled it"
        ),
    ];

    public static Ground? Find(string code, PetitionKind kind) => All.FirstOrDefault(g => g.Code == code && g.Kind == kind);

    public static bool IsWithdrawal(this Ground ground) => ground.Code.EndsWith(Withdrawn, StringComparison.Ordinal);

    static Ground Complaint(string code, string vi, string en, PetitionerType? petitioner = null) =>
        new($"KN.STOP.{code}", PetitionKind.KhieuNai, "Luật Khiếu nại Đ11a", vi, en, Law2026.Start, petitioner);

    static Ground Denunciation(string code, string item, string vi, string en) =>
        new($"TC.STOP.{code}", PetitionKind.ToCao, $"Luật Tố cáo Đ34.3.{item}", vi, en);
}

public sealed partial class Petition
{
    /// <summary>By when the decision that ended it is to be sent; none where the law sets no limit for that.</summary>
    public DateOnly? SendBy { get; private set; }

    /// <summary>
    /// Ends the resolution by a decision. Denunciations: Luật TC Đ34.3. Complaints: Luật KN Đ11a since 01/07/2026, those accepted before included
    /// (NĐ 155/2026 Đ22.1); a withdrawal before that too. What was taken back as a whole after its acceptance is stopped by the decision that follows. A person
    /// dies and a body is dissolved; that one has, that no object is left, and what courts do, rests on the word of who decides.
    /// </summary>
    public Rejection? Stop(string ground, DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today)
    {
        if (SendingOfSideDecisions is not { } sending)
            return Refused.NothingToStop;
        if (StopGrounds.Find(ground, Kind) is not { } found)
            return Refused.UnknownGround(Kind, StopGrounds.All);
        var withdrawn = State is PetitionState.Withdrawn && AcceptedOn is not null;
        if (State is not (PetitionState.Accepted or PetitionState.Suspended) && !withdrawn)
            return Refused.InState(State);
        if (found.IsWithdrawal() != withdrawn)
            return withdrawn ? Refused.InState(State) : Refused.WithdrawalNotRecorded;
        if (found.Petitioner is { } petitioner && petitioner != PetitionerType)
            return Refused.GroundOfAnotherPetitioner(found);
        if (OutOfOrder(on, Since, today, "decidedOn") is { } dates)
            return dates;
        if (on < found.From)
            return Refused.NoStopYet;
        Ground = found.Code;
        if (withdrawn)
            (State, DocumentNumber, ClosedOn) = (PetitionState.Stopped, documentNumber, on);
        else
            Close(PetitionState.Stopped, on, documentNumber);
        OweSending(sending, on, engine);
        return null;
    }

    void OweSending(string? rule, DateOnly on, DeadlineEngine engine)
    {
        var sending = rule is null ? null : engine.Count(rule, on);
        SendBy = sending?.Due;
        Open(sending);
    }

    /// <summary>The duty to send the decision or the conclusion; none for an answer.</summary>
    string? SendingOfResult =>
        Kind switch
        {
            PetitionKind.KhieuNai => $"KN.SEND{Round}",
            PetitionKind.ToCao => "TC.CONCL.SEND",
            _ => null,
        };

    /// <summary>The duty to send a decision to suspend, stop or resume; none for what is neither suspended nor stopped.</summary>
    string? SendingOfSideDecisions =>
        Kind switch
        {
            PetitionKind.KhieuNai => "KN.SUSP.SEND",
            PetitionKind.ToCao => "TC.SUSP.SEND",
            _ => null,
        };

    /// <summary>The day of the step before: none is earlier.</summary>
    DateOnly Since =>
        State switch
        {
            PetitionState.Received => EnteredOn,
            PetitionState.Accepted => RunningSince,
            PetitionState.Suspended => SuspendedOn!.Value,
            _ => ClosedOn!.Value,
        };
}
