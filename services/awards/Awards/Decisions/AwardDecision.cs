namespace DanVan.Awards.Decisions;

/// <summary>
/// A decision that gives one award form to a list of recipients. What its source does not state stays null: a missing number is no number known,
/// a missing name is no name known.
/// </summary>
public sealed class AwardDecision : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that proposed the award and keeps the decision here.</summary>
    public required Guid UnitId { get; init; }
    public Guid? IssuerUnitId { get; init; }
    public string? IssuerAsPrinted { get; init; }
    public required string Form { get; init; }
    public required string Type { get; init; }
    public string? Number { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public DateOnly? PresentedOn { get; init; }
    public required string Reason { get; init; }
    public Guid? MovementId { get; init; }
    public Guid? ConferenceId { get; init; }
    public string? Source { get; init; }
    public required DeclaredCounts Declared { get; init; }
    public RecipientCounts Entered { get; private set; } = RecipientCounts.None;

    /// <summary>Of how many recipients the award was revoked; of the declared ones when the whole decision was.</summary>
    public RecipientCounts Revoked { get; private set; } = RecipientCounts.None;
    public DecisionState State { get; private set; } = DecisionState.Issued;
    public List<Revocation> Revocations { get; private init; } = [];
    public required byte[] EntryDigest { get; init; }

    /// <summary>Entered as what was decided long before: nobody was asked whether something stood against it.</summary>
    public bool Historical { get; init; }

    /// <summary>The day under which statistics count it: its own date, else the day it was handed over.</summary>
    public DateOnly CountsOn { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    /// <summary>
    /// Number and date as the source states them. The day decides which law applies, so without the decision's date the day of handing over must be known.
    /// </summary>
    public Rejection? StateReference(string? number, DateOnly? decidedOn, DateOnly today)
    {
        if ((decidedOn ?? PresentedOn) is not { } day)
            return new(
                "awards.no-day",
                "Cần ngày quyết định, hoặc ngày trao khi chưa rõ ngày quyết định: ngày này xác định luật áp dụng.",
                "The day of the decision is needed, or the day of handing over where that is not stated: it decides which law applies.",
                StatusCodes.Status400BadRequest,
                "decidedOn"
            );
        if (day > today || decidedOn > PresentedOn)
            return new(
                "awards.decision-day",
                $"Ngày quyết định không thể sau hôm nay {today:O} hoặc sau ngày trao.",
                $"The day of the decision is neither after today, {today:O}, nor after the day of handing over.",
                StatusCodes.Status400BadRequest,
                decidedOn is null ? "presentedOn" : "decidedOn"
            );
        (Number, DecidedOn, CountsOn) = (number, decidedOn, day);
        return null;
    }

    public Rejection? Enter(RecipientCounts more)
    {
        if (State == DecisionState.Revoked)
            return AlreadyRevoked();
        Entered = Entered.Plus(more);
        return null;
    }

    public Reconciliation Reconciliation => Declared.With(Entered);

    /// <summary>Who was rewarded, revoked or not: as declared, or as entered where the source declares no number.</summary>
    public RecipientCounts Rewarded => Declared.Or(Entered);

    /// <summary>
    /// Cancels the decision for the given recipients, or wholly when none are given (Law 06/2022/QH15, article 93). Nothing is deleted.
    /// </summary>
    public Rejection? Revoke(Revocation revocation, IReadOnlyList<Recipient> recipients, DateOnly today)
    {
        if (State == DecisionState.Revoked)
            return AlreadyRevoked();
        if (revocation.DecidedOn > today || revocation.DecidedOn < CountsOn)
            return new(
                "awards.revocation-day",
                $"Ngày hủy bỏ phải từ ngày {CountsOn:O} đến hôm nay {today:O}.",
                $"The day of the revocation lies between {CountsOn:O} and today, {today:O}.",
                StatusCodes.Status400BadRequest,
                "decidedOn"
            );
        if (recipients.Any(recipient => recipient.RevocationId is not null))
            return new(
                "awards.recipient-revoked",
                "Khen thưởng của một đối tượng trong danh sách đã bị hủy bỏ trước đó.",
                "The award of a recipient on the list was revoked before.",
                Field: "recipientIds"
            );
        foreach (var recipient in recipients)
            recipient.RevocationId = revocation.Id;
        Revocations.Add(revocation);
        Revoked = revocation.Whole ? Rewarded : Revoked.Plus(RecipientCounts.From(recipients));
        var nothingLeft = revocation.Whole || (Reconciliation == Reconciliation.Complete && Revoked == Entered);
        State = nothingLeft ? DecisionState.Revoked : DecisionState.PartlyRevoked;
        return null;
    }

    static Rejection AlreadyRevoked() => new("awards.revoked", "Quyết định khen thưởng đã bị hủy bỏ.", "The award decision is revoked.");
}

public enum DecisionState
{
    Issued,

    /// <summary>Revoked for some of its recipients.</summary>
    PartlyRevoked,
    Revoked,
}
