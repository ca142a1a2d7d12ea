using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions.FollowUps;

/// <summary>What was sent on and must be answered (theo dõi, đôn đốc): who owes the answer and by when, the reminders, what came back, and that its writer was told.</summary>
/// <remarks>Luật Tiếp công dân Đ27.2 and Đ28.2; Kết luận 215-KL/TW (23/11/2025). Every step answers with the rule that forbids it, or with null.</remarks>
public sealed class FollowUp : ISubject, IUnitScoped
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; set; }

    /// <summary>The unit that sent it on and waits.</summary>
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    public required Guid PetitionId { get; init; }
    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }

    /// <summary>The unit that owes the answer.</summary>
    public required Guid ToUnitId { get; init; }
    public required DateOnly SentOn { get; init; }
    public required string LetterNumber { get; init; }

    /// <summary>The day set by the letter; the law sets none from the forwarding on.</summary>
    public DateOnly? AnswerDueOn { get; private set; }
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    /// <summary>The petition as which the unit that owes the answer has entered it in its own book.</summary>
    public Guid? EnteredAs { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public string? AnswerNumber { get; private set; }
    public FollowUpResult? Result { get; private set; }

    /// <summary>When that unit sent it back: the ledger of this forwarding ends, and the petition may be forwarded again.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    /// <summary>The last day for telling the writer what came back (Luật TCD Đ28.2).</summary>
    public DateOnly? TellBy { get; private set; }
    public DateOnly? ToldOn { get; private set; }
    public string? ToldBy { get; private set; }

    public static FollowUp Of(Petition forwarded, DateOnly? answerDueOn) =>
        new()
        {
            UnitId = forwarded.UnitId,
            PetitionId = forwarded.Id,
            Kind = forwarded.Kind,
            Field = forwarded.Field,
            ToUnitId = forwarded.ToUnitId!.Value,
            SentOn = forwarded.ClosedOn!.Value,
            LetterNumber = forwarded.DocumentNumber!,
            AnswerDueOn = answerDueOn,
        };

    public Rejection? Remind(DateOnly on, string letterNumber, DateOnly today)
    {
        if (AnsweredOn is not null)
            return RefusedFollowUp.Answered;
        if (Petition.OutOfOrder(on, Reminders is [.., var last] ? last.SentOn : SentOn, today, "sentOn") is { } dates)
            return dates;
        Reminders = [.. Reminders, new(on, letterNumber)];
        return null;
    }

    public Rejection? Enter(Guid petitionId)
    {
        if (AnsweredOn is not null)
            return RefusedFollowUp.Answered;
        if (EnteredAs is not null)
            return RefusedFollowUp.Entered;
        EnteredAs = petitionId;
        return null;
    }

    public Rejection? Return(DateOnly on, string documentNumber, DateOnly today)
    {
        if (AnsweredOn is not null)
            return RefusedFollowUp.Answered;
        if (Petition.OutOfOrder(on, SentOn, today, "returnedOn") is { } dates)
            return dates;
        (Result, AnsweredOn, AnswerNumber, ReturnedOn) = (FollowUpResult.Returned, on, documentNumber, on);
        return null;
    }

    public Rejection? Answer(FollowUpResult result, DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today)
    {
        if (AnsweredOn is not null)
            return RefusedFollowUp.Answered;
        if (Petition.OutOfOrder(on, SentOn, today, "answeredOn") is { } dates)
            return dates;
        (Result, AnsweredOn, AnswerNumber) = (result, on, documentNumber);
        TellBy = engine.Count("TCD.FWD.TELL", on)?.Due;
        return null;
    }

    public Rejection? Tell(DateOnly on, string documentNumber, DateOnly today)
    {
        if (AnsweredOn is not { } answered)
            return RefusedFollowUp.NotAnswered;
        if (ToldOn is not null)
            return RefusedFollowUp.Told;
        if (Petition.OutOfOrder(on, answered, today, "toldOn") is { } dates)
            return dates;
        (ToldOn, ToldBy) = (on, documentNumber);
        return null;
    }
}

/// <summary>A letter that asks for the answer again.</summary>
public sealed record Reminder(DateOnly SentOn, string LetterNumber);

/// <summary>What the unit that owes the answer has made of it.</summary>
public enum FollowUpResult
{
    /// <summary>It was resolved.</summary>
    Resolved,

    /// <summary>It was not accepted, with the reason in the letter.</summary>
    NotAccepted,

    /// <summary>It was sent on to a third body.</summary>
    SentFurther,

    /// <summary>It came back as not within that unit's competence.</summary>
    Returned,
}

static class RefusedFollowUp
{
    public static readonly Rejection Answered = new(
        "petitions.follow-up-answered",
        "Đã có kết quả trả lời; không còn gì để đôn đốc.",
        "It has been answered; there is nothing left to ask for."
    );

    public static readonly Rejection NotAnswered = new(
        "petitions.follow-up-not-answered",
        "Chưa có kết quả để báo cho người gửi đơn.",
        "There is no answer yet that the writer could be told of."
    );

    public static readonly Rejection Told = new(
        "petitions.follow-up-told",
        "Người gửi đơn đã được báo kết quả.",
        "The writer has been told already."
    );

    public static readonly Rejection Entered = new(
        "petitions.already-entered",
        "Đơn chuyển đến đã được vào sổ; mỗi nội dung chỉ chuyển một lần.",
        "What was sent on stands in the book already; a content is forwarded once."
    );

    public static readonly Rejection AnswerDueTooEarly = new(
        "petitions.answer-due-too-early",
        "Hạn trả lời phải sau ngày chuyển đơn.",
        "The answer can only fall due after the day of the forwarding.",
        Field: "answerDueOn"
    );

    public static readonly Rejection NothingOwed = new(
        "petitions.no-result-owed",
        "Không có cơ quan chuyển đơn nào đang chờ báo kết quả của đơn này.",
        "No body that sent this petition on waits for its result."
    );
}
