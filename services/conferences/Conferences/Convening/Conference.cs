using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.People;

namespace DanVan.Conferences.Convening;

/// <summary>A conference (hội nghị), as planned or as recorded after it was held.</summary>
public sealed class Conference : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The organiser.</summary>
    public required Guid UnitId { get; set; }
    Guid? ISubject.UnitId => UnitId;

    public required OrganiserLevel Level { get; init; }
    public required Reach Scope { get; init; }
    public required ConferenceKind Kind { get; init; }

    /// <summary>The purposes as they are stored.</summary>
    public required string[] PurposeCodes { get; init; }
    public IReadOnlyList<Purpose> Purposes => [.. PurposeCodes.Select(EnumNames.Parse<Purpose>)];
    public required ConferenceMode Mode { get; init; }
    public required string Title { get; init; }

    public DateOnly? HeldOn { get; private set; }
    public DatePrecision? DatePrecision { get; private set; }
    public string? DateAsPrinted { get; private set; }
    public string? DateDerivation { get; private set; }
    public required PartOfDay? PartOfDay { get; init; }
    public required string? Place { get; init; }
    public required string? PeriodReviewed { get; init; }
    public required string? PeriodPlanned { get; init; }

    public ConferenceState State { get; private set; }

    /// <summary>Why it was postponed or cancelled.</summary>
    public string? StateReason { get; private set; }

    public int? DeclaredKeyTasks { get; private set; }

    /// <summary>The words in which the number was declared: "5 nhóm nhiệm vụ trọng tâm".</summary>
    public string? DeclaredAsPrinted { get; private set; }
    public int EnteredKeyTasks { get; private set; }
    public string? ConclusionNumber { get; private set; }
    public DateOnly? ConclusionIssuedOn { get; private set; }

    public required ConferenceRecord Record { get; set; }
    public List<Participation> Participants { get; init; } = [];

    /// <summary>The topics of its record, to filter by.</summary>
    public string[] Topics { get; private set; } = [];

    /// <summary>All its words, for the search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The day as far as it is known; null while it is open.</summary>
    public EventDate? EventDate => HeldOn is { } day ? new EventDate(day, DatePrecision!.Value, DateAsPrinted, DateDerivation) : null;

    public ListStatus ListStatus => KeyTaskList.StatusOf(DeclaredKeyTasks, EnteredKeyTasks);

    /// <summary>Digest of the request that made it.</summary>
    public required byte[] EntryDigest { get; init; }

    public bool WasEnteredBy(RecordConference.Request entry) => EntryDigest.AsSpan().SequenceEqual(Conferences.EntryDigest.Of(entry));

    /// <summary>The conference as sent; the entry has passed <see cref="RecordRules"/>.</summary>
    public static Conference From(RecordConference.Request entry, Guid id, IEnumerable<string> names)
    {
        var conference = new Conference
        {
            Id = id,
            UnitId = entry.OrganiserUnitId,
            Level = entry.Level,
            Scope = entry.Scope,
            Kind = entry.Kind,
            PurposeCodes = [.. entry.Purposes.Select(EnumNames.Of)],
            Mode = entry.Mode,
            Title = entry.Title,
            PartOfDay = entry.PartOfDay,
            Place = entry.Place,
            PeriodReviewed = entry.PeriodReviewed,
            PeriodPlanned = entry.PeriodPlanned,
            State = entry.State,
            Record = entry.ToRecord(),
            Participants = [.. (entry.Participants ?? []).Select((participant, index) => Participation.From(participant, id, index + 1))],
            Topics = [.. (entry.Mentions ?? []).Select(mention => mention.Topic).Distinct()],
            SearchText = Searching.SearchText.Of(entry, names),
            EntryDigest = Conferences.EntryDigest.Of(entry),
        };
        conference.Date(entry.Date);
        conference.Declare(entry.DeclaredKeyTasks, entry.DeclaredAsPrinted);
        conference.Conclude(entry.Conclusions ?? []);
        return conference;
    }

    /// <summary>Goes on to another state; the numbered notice has a use case of its own.</summary>
    public Rejection? MoveTo(ConferenceState next, string? reason, DateOnly? newDate, int openTasks, DateOnly today)
    {
        if (!LifeCycle.After(State).Contains(next) || next is ConferenceState.ConclusionIssued)
            return ConferenceRejections.NotNext(State);
        if (next is ConferenceState.Postponed or ConferenceState.Cancelled && string.IsNullOrWhiteSpace(reason))
            return ConferenceRejections.ReasonNeeded;
        if (newDate is not null && next is not (ConferenceState.Postponed or ConferenceState.Planned))
            return ConferenceRejections.DateOnlyWhenPostponed;
        if (next is ConferenceState.InSession && (HeldOn is not { } day || day > today))
            return ConferenceRejections.NotYet;
        if (next is ConferenceState.Archived && openTasks > 0)
            return ConferenceRejections.OpenTasks(openTasks);
        if (next is ConferenceState.Postponed)
            Date(newDate is { } known ? new EventDate(known, Convening.DatePrecision.Day, null, null) : null);
        else if (newDate is { } day2)
            Date(new EventDate(day2, Convening.DatePrecision.Day, null, null));
        (State, StateReason) = (next, reason);
        return null;
    }

    /// <summary>The numbered notice of conclusions; its items come after those already recorded.</summary>
    public Rejection? IssueConclusion(IssueConclusion.Request notice, DateOnly today)
    {
        if (State is not ConferenceState.Closed)
            return ConferenceRejections.NotNext(State);
        if (notice.IssuedOn > today || notice.IssuedOn < HeldOn)
            return ConferenceRejections.NoticeDate;
        if (notice.DeclaredKeyTasks is not null)
            Declare(notice.DeclaredKeyTasks, notice.DeclaredAsPrinted);
        Conclude(notice.Conclusions);
        SearchText = $"{SearchText}\n{Searching.SearchText.Of(notice.Conclusions)}";
        (State, ConclusionNumber, ConclusionIssuedOn) = (ConferenceState.ConclusionIssued, notice.Number, notice.IssuedOn);
        return null;
    }

    /// <summary>Lets the heir of its organiser organise it. Null when its organiser has not ended, false when that one has no one heir.</summary>
    public bool? MoveFrom(Heirs heirs)
    {
        if (!heirs.Concern(UnitId))
            return null;
        var heir = heirs.Of(UnitId);
        UnitId = heir ?? UnitId;
        return heir is not null;
    }

    /// <summary>Whether it has not begun, so that another unit may take the place of one that has ended.</summary>
    public bool IsStillToCome =>
        State is ConferenceState.Planned or ConferenceState.Invited or ConferenceState.Confirmed or ConferenceState.Postponed;

    /// <summary>Whether the unit organises it, or delegates come from there.</summary>
    public bool Concerns(Guid unit) => unit == UnitId || Participants.Exists(one => one.UnitId == unit);

    /// <summary>Puts a unit in the place of one that ended.</summary>
    public ConferenceReorganised Move(Guid from, Guid to, DateOnly on)
    {
        var delegates = Participants.FindAll(one => one.UnitId == from);
        delegates.ForEach(one => one.UnitId = to);
        UnitId = UnitId == from ? to : UnitId;
        return Reorganised(delegates.Count, on, reorganisation: null);
    }

    /// <summary>The event that it is with other units.</summary>
    public ConferenceReorganised Reorganised(int delegates, DateOnly on, Guid? reorganisation) =>
        new(Id, UnitId, delegates, on, reorganisation);

    /// <summary>The event that it was held.</summary>
    public ConferenceHeld Held() =>
        new(
            Id,
            UnitId,
            EnumNames.Of(Kind),
            EnumNames.Of(Mode),
            EnumNames.Of(Level),
            EnumNames.Of(Scope),
            HeldOn!.Value,
            EnumNames.Of(DatePrecision!.Value),
            PeriodReviewed,
            PeriodPlanned,
            Record.Sites.Count,
            DeclaredKeyTasks,
            EnteredKeyTasks
        );

    void Date(EventDate? date) =>
        (HeldOn, DatePrecision, DateAsPrinted, DateDerivation) = (date?.On, date?.Precision, date?.AsPrinted, date?.Derivation);

    void Declare(int? count, string? asPrinted) => (DeclaredKeyTasks, DeclaredAsPrinted) = (count, asPrinted);

    void Conclude(IReadOnlyList<ConclusionEntry> items)
    {
        var before = Record.Conclusions;
        Record = Record with
        {
            Conclusions =
            [
                .. before,
                .. items.Select((item, index) => new ConclusionItem(before.Count + index + 1, item.Kind, item.Text, item.SaidById)),
            ],
        };
        EnteredKeyTasks = Record.Conclusions.Count(item => item.Kind is ConclusionKind.KeyTask);
    }
}

/// <summary>The day of a conference as far as it is known.</summary>
/// <param name="On">The day; the first of the month or year where no more is known.</param>
/// <param name="Precision">How much of it is known.</param>
/// <param name="AsPrinted">The date as printed, such as "26-3".</param>
/// <param name="Derivation">How what was not printed was found: "năm lấy từ 'quý I-2021' trong bài".</param>
public sealed record EventDate(DateOnly On, DatePrecision Precision, [Text(100)] string? AsPrinted, [Text(500)] string? Derivation);
