using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>How a conclusion is made public. Luật TC Đ40.2.</summary>
public enum PublicationManner
{
    /// <summary>At a meeting where the denounced person works.</summary>
    Meeting,

    /// <summary>Posted at the office.</summary>
    Posting,

    /// <summary>On the portal.</summary>
    Portal,

    /// <summary>In the press or broadcast.</summary>
    Press,
}

/// <summary>What the law asks for after the conclusion on a denunciation: to act on it (Luật TC Đ36.1) and to make it public (Đ40).</summary>
public sealed partial class Petition
{
    const string Action = "TC.ACTION";
    const string ActionReport = "TC.ACTION.REPORT";
    const string Publication = "TC.PUBLISH";

    public DateOnly? ActedOn => AfterTheConclusion(Action)?.MetOn;
    public DateOnly? PublishedOn => AfterTheConclusion(Publication)?.MetOn;

    /// <summary>Since when the conclusion is posted at the office; none when it was made public otherwise.</summary>
    public DateOnly? PostedOn { get; private set; }

    /// <summary>The last day on which it was posted.</summary>
    public DateOnly? PostingEndedOn { get; private set; }

    /// <summary>Xử lý kết luận nội dung tố cáo; the result is then to be reported (Luật TC Đ36.3).</summary>
    public Rejection? Act(DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today)
    {
        if (DoAsConcluded(Action, on, "actedOn", documentNumber, today) is { } refused)
            return refused;
        Open(engine.Count(ActionReport, on));
        return null;
    }

    /// <summary>Công khai kết luận nội dung tố cáo.</summary>
    public Rejection? Publish(PublicationManner manner, DateOnly on, string documentNumber, DateOnly today)
    {
        if (DoAsConcluded(Publication, on, "publishedOn", documentNumber, today) is { } refused)
            return refused;
        PostedOn = manner is PublicationManner.Posting ? on : null;
        return null;
    }

    /// <summary>The posting ends after the days on end that it has to last at least (NĐ 31/2019 Đ6).</summary>
    public Rejection? EndPosting(DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today)
    {
        if (PostedOn is not { } posted)
            return Refused.NotPosted;
        if (PostingEndedOn is not null)
            return Refused.AlreadyFollowedUp;
        if (OutOfOrder(on, posted, today, "endedOn") is { } dates)
            return dates;
        if (engine.Count(Duties.Posted, posted) is { } least && on < least.Statutory)
            return Refused.PostedTooShort(least);
        (PostingEndedOn, DocumentNumber) = (on, documentNumber);
        return null;
    }

    Rejection? DoAsConcluded(string rule, DateOnly on, string field, string documentNumber, DateOnly today)
    {
        if (Kind is not PetitionKind.ToCao)
            return Refused.FollowsAConclusion;
        if (Not(PetitionState.Resolved) is { } state)
            return state;
        if (AfterTheConclusion(rule) is not { IsOpen: true } duty)
            return Refused.AlreadyFollowedUp;
        if (MeetAfterTheEnd(duty, on, field, today) is { } dates)
            return dates;
        (InTime, DocumentNumber) = (duty.InTime == true, documentNumber);
        return null;
    }

    /// <summary>Does one of the duties that the end has opened; the others stay open.</summary>
    Rejection? MeetAfterTheEnd(Deadline duty, DateOnly on, string field, DateOnly today)
    {
        if (OutOfOrder(on, ClosedOn!.Value, today, field) is { } dates)
            return dates;
        duty.Meet(on);
        FindDue();
        return null;
    }

    void Conclude(DateOnly on, DeadlineEngine engine)
    {
        if (Kind is not PetitionKind.ToCao)
            return;
        Open(engine.Count(Action, on));
        Open(engine.Count(Publication, on));
    }

    Deadline? AfterTheConclusion(string rule) =>
        deadlines.Where(d => d.Rule == rule && d.Start == ClosedOn && !d.Superseded).MaxBy(d => d.Id);
}
