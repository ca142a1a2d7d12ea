using System.Globalization;
using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Chassis.Messaging;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions.Receipts;

/// <summary>The service's codes and events as one would say them to the person who waits.</summary>
static class PlainWords
{
    /// <summary>What is told of an event: its words, and the member that has the day; the day of the announcement when there is none.</summary>
    /// <param name="To">The role of the petitioner, where the event names the roles that something was sent to.</param>
    sealed record Telling(string Vi, string En, string? Day = null, Addressee? To = null)
    {
        public bool Concerns(HistoryEntry entry) =>
            To is not { } role || entry.Data.GetProperty("to").EnumerateArray().Any(one => one.ValueEquals(EnumNames.Of(role)));
    }

    static readonly Dictionary<string, Telling> Told = new()
    {
        [NameOf<PetitionReceived>()] = new("Đã tiếp nhận đơn", "The petition was received", "receivedOn"),
        [NameOf<PetitionAccepted>()] = new("Đã thụ lý để giải quyết", "It was accepted for resolution", "acceptedOn"),
        [NameOf<PetitionNotAccepted>()] = new("Đã thông báo không thụ lý", "It was not accepted; a notice says why", "decidedOn"),
        [NameOf<PetitionGuided>()] = new("Đã hướng dẫn gửi đơn đến nơi có thẩm quyền", "You were told which body is competent", "guidedOn"),
        [NameOf<PetitionForwarded>()] = new("Đã chuyển đơn đến nơi có thẩm quyền", "It was forwarded to the competent body", "forwardedOn"),
        [NameOf<DeadlineExtended>()] = new("Thời hạn giải quyết được kéo dài", "The time limit became longer"),
        [NameOf<PetitionSuspended>()] = new(
            "Tạm đình chỉ giải quyết, thời hạn ngừng tính",
            "It was suspended: the clock stands",
            "suspendedOn"
        ),
        [NameOf<PetitionResumed>()] = new("Tiếp tục giải quyết, thời hạn tính tiếp", "It goes on: the clock runs again", "resumedOn"),
        [NameOf<PetitionResolved>()] = new("Đã có kết quả giải quyết", "It was resolved", "resolvedOn"),
        [NameOf<PetitionMoved>()] = new(
            "Đơn vị mới tiếp tục xử lý do sắp xếp tổ chức",
            "Another unit goes on with it, after a reorganisation",
            "movedOn"
        ),
        [NameOf<DeadlinesRecounted>()] = new(
            "Thời hạn được tính lại theo lịch nghỉ hoặc quy định đã thay đổi",
            "The time limit was recounted: the calendar or the rules have changed"
        ),
        [NameOf<PetitionClassified>()] = new(
            "Đã phân loại, xem xét điều kiện xử lý",
            "Whether it can be handled was looked at",
            "classifiedOn"
        ),
        [NameOf<PetitionMerged>()] = new(
            "Đã nhập vào vụ việc đang giải quyết cùng nội dung",
            "It was joined to a case of the same content",
            "mergedOn"
        ),
        [NameOf<PetitionSplit>()] = new("Đơn nhiều nội dung được tách để giải quyết", "Its several contents were taken apart", "splitOn"),
        [NameOf<RepresentativesAppointed>()] = new("Đã ghi nhận người đại diện", "The representatives were recorded", "appointedOn"),
        [NameOf<SignatoriesWithdrew>()] = new("Đã ghi nhận người rút khỏi đơn", "Some of those who signed took it back", "withdrawnOn"),
        [NameOf<SignatoriesNamed>()] = new("Đã ghi nhận danh sách người ký", "Those who signed were recorded"),
        [NameOf<PetitionWithdrawn>()] = new("Đã ghi nhận việc rút đơn", "It was taken back", "withdrawnOn"),
        [NameOf<PetitionStopped>()] = new("Đã đình chỉ giải quyết", "The resolution was stopped", "stoppedOn"),
        [NameOf<DialogueHeld>()] = new("Đã tổ chức đối thoại", "A dialogue was held", "heldOn"),
        [NameOf<ConclusionActedOn>()] = new("Đã xử lý theo kết luận", "The conclusion was acted on", "actedOn"),
        [NameOf<ConclusionPublished>()] = new("Đã công khai kết luận", "The conclusion was made public", "publishedOn"),
        [NameOf<EffectsRecorded>()] = new("Đã ghi nhận kết quả thực hiện", "What came of it was recorded", "effectiveOn"),
        [NameOf<ProtectionOrdered>()] = new("Đã áp dụng biện pháp bảo vệ", "Measures of protection were ordered", "orderedOn"),
        [NameOf<DenunciationHandedOver>()] = new(
            "Đã chuyển cho cơ quan cấp trên giải quyết",
            "The superior body took it over",
            "handedOverOn"
        ),
        [NameOf<PetitionReopened>()] = new("Đã mở lại để giải quyết", "It was opened again", "reopenedOn"),
        [NameOf<ForwardedPetitionEntered>()] = new(
            "Nơi nhận đã vào sổ đơn được chuyển đến",
            "The body that it went to has entered it",
            "receivedOn"
        ),
        [NameOf<PetitionReturned>()] = new("Đã trả lại nơi chuyển đơn", "It was sent back to the body that had forwarded it", "returnedOn"),
        [NameOf<FollowUpReminded>()] = new("Đã đôn đốc nơi nhận trả lời", "The body that it went to was reminded", "sentOn"),
        [NameOf<FollowUpAnswered>()] = new("Nơi nhận đã trả lời kết quả", "The body that it went to has answered", "answeredOn"),
        [NameOf<CitizenTold>()] = new("Đã thông báo kết quả cho ông/bà", "You were told of the result", "toldOn"),
        [NameOf<PetitionOverdue>()] = new("Đã quá thời hạn, cơ quan cấp trên đã được báo", "It is overdue, and the unit above was told"),
        [NameOf<DocumentSent>()] = new("Đã gửi văn bản cho ông/bà", "A document was sent to you", "sentOn", Addressee.Petitioner),
        [NameOf<DialoguePlanned>()] = new("Đã định ngày đối thoại", "The day of a dialogue was set"),
        [NameOf<LetterIssued>()] = new("Đã ban hành văn bản về đơn", "A letter about it was issued", "issuedOn"),
        [NameOf<ResolutionPublished>()] = new("Đã công bố kết quả giải quyết", "The resolution was published", "publishedOn"),
        [NameOf<PublicationWithheld>()] = new("Đã rút nội dung công bố", "What was published was withheld", "withheldOn"),
        [NameOf<QuestionAsked>()] = new("Cơ quan giải quyết đã gửi câu hỏi", "You were asked something", "askedOn"),
        [NameOf<QuestionAnswered>()] = new("Đã nhận câu trả lời", "Your answer was received", "answeredOn"),
        [NameOf<AttachmentAdded>()] = new("Đã nhận một tài liệu kèm theo đơn", "A file that came with it was received", "addedOn"),
    };

    /// <summary>Events that the petitioner is not told of as a step.</summary>
    internal static readonly IReadOnlyList<string> Untold =
    [
        NameOf<IdentityRead>(),
        NameOf<IdentityAccessGranted>(),
        NameOf<IdentityAccessRevoked>(),
        NameOf<IdentityErased>(),
        NameOf<AttachmentRedacted>(),
        NameOf<AttachmentRead>(),
        NameOf<ResultReported>(),
        NameOf<PetitionRated>(),
        NameOf<PostingEnded>(),
        NameOf<RespondentsStated>(),
        NameOf<CoHandlerAsked>(),
        NameOf<CoHandlerAnswered>(),
        NameOf<CoHandlersMoved>(),
        NameOf<HeldFeedbackReviewed>(),
    ];

    internal static bool Tells(string type) => Told.ContainsKey(type);

    public static PastStep? StepOf(HistoryEntry entry) =>
        Told.TryGetValue(entry.Type, out var telling) && telling.Concerns(entry)
            ? new(
                telling.Day is { } member && entry.Data.TryGetProperty(member, out var day)
                    ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : entry.Time.BusinessDate(),
                Phrases.Of(telling.Vi, telling.En)
            )
            : null;

    public static string Of(PetitionKind kind) =>
        kind switch
        {
            PetitionKind.KhieuNai => Phrases.Of("Khiếu nại", "Complaint"),
            PetitionKind.ToCao => Phrases.Of("Tố cáo", "Denunciation"),
            PetitionKind.KienNghi => Phrases.Of("Kiến nghị", "Proposal"),
            _ => Phrases.Of("Phản ánh", "Feedback"),
        };

    public static string Of(PetitionState state, Outcome? outcome) =>
        state switch
        {
            PetitionState.Received => Phrases.Of(
                "Đã tiếp nhận, đang xem xét thụ lý.",
                "Received; whether it is taken up is being looked at."
            ),
            PetitionState.Accepted => Phrases.Of("Đã thụ lý, đang giải quyết.", "Accepted, being resolved."),
            PetitionState.Suspended => Phrases.Of("Đang tạm đình chỉ, thời hạn ngừng tính.", "Suspended: the clock stands."),
            PetitionState.NotAccepted => Phrases.Of("Không được thụ lý; lý do có trong thông báo.", "Not accepted; the notice says why."),
            PetitionState.Guided => Phrases.Of("Đã hướng dẫn gửi đơn đến nơi có thẩm quyền.", "You were told which body is competent."),
            PetitionState.Forwarded => Phrases.Of("Đã chuyển đến nơi có thẩm quyền.", "Forwarded to the competent body."),
            PetitionState.Resolved => $"{Phrases.Of("Đã giải quyết xong", "Resolved")}{Of(outcome)}.",
            PetitionState.Withdrawn => Phrases.Of("Đã rút đơn, việc giải quyết kết thúc.", "Taken back; the resolution has ended."),
            PetitionState.Stopped => Phrases.Of("Đã đình chỉ giải quyết; lý do có trong quyết định.", "Stopped; the decision says why."),
            PetitionState.Filed => Phrases.Of("Không đủ điều kiện xử lý, đã lưu đơn.", "It cannot be handled and was filed."),
            PetitionState.InfoOnly => Phrases.Of(
                "Được dùng làm thông tin thanh tra, kiểm tra.",
                "It serves as information for inspection."
            ),
            PetitionState.Returned => Phrases.Of("Đã trả lại nơi chuyển đơn.", "Sent back to the body that had forwarded it."),
            PetitionState.Merged => Phrases.Of("Được giải quyết cùng vụ việc đã có.", "It is dealt with in a case that was there already."),
            _ => Phrases.Of("Đã kết thúc.", "Closed."),
        };

    /// <summary>What comes next, for the petitioner to wait for or to do.</summary>
    /// <param name="toUnit">The name of the unit that they were shown to or that it went to.</param>
    /// <param name="elsewhere">Of what is owed in that book beside the handling, only what is owed to the petitioner.</param>
    public static NextStep? NextOf(Petition petition, string? toUnit, DeadlineEngine engine, RuleTable rules, bool elsewhere = false)
    {
        // While the clock stands, what is awaited is its end.
        var beside =
            petition.State is PetitionState.Suspended
                ? null
                : petition
                    .Deadlines.Where(d =>
                        d.IsRunning && (!elsewhere || engine.RuleOf(d)?.Addressees?.Contains(Addressee.Petitioner) == true)
                    )
                    .MinBy(d => d.Due);
        if ((petition.Clock ?? beside) is { } current)
        {
            var view = engine.Explain(current);
            return new(view.What, view.Due, view.Article, view.Explanation);
        }
        return petition.State switch
        {
            PetitionState.Received or PetitionState.Accepted => new(
                Phrases.Of("Cơ quan giải quyết và trả lời; luật không định ngày.", "It is dealt with and answered; the law sets no day.")
            ),
            PetitionState.Suspended => new(
                Phrases.Of(
                    "Cơ quan ra quyết định tiếp tục giải quyết; từ ngày đó thời hạn còn lại được tính tiếp.",
                    "A decision to resume is to come; what is left of the time limit is counted on from that day."
                )
            ),
            PetitionState.Guided => new(
                Phrases.Of($"Ông/bà gửi đơn đến {toUnit ?? "nơi có thẩm quyền"}.", $"Send it to {toUnit ?? "the competent body"}.")
            ),
            PetitionState.Forwarded => new(
                Phrases.Of($"{toUnit ?? "Nơi nhận"} xem xét, xử lý.", $"{toUnit ?? "The body that it went to"} deals with it.")
            ),
            PetitionState.Resolved when petition is { Kind: PetitionKind.KhieuNai, Round: 1 } => Appeal(rules, petition.ClosedOn!.Value),
            _ => null,
        };
    }

    // From which day its limit counts, that of receiving the decision, only the complainant knows.
    static NextStep? Appeal(RuleTable rules, DateOnly decidedOn) =>
        rules.Find("KN.APPEAL", decidedOn) is { } rule
            ? new(
                Phrases.Of(
                    $"Không đồng ý với quyết định giải quyết lần đầu, ông/bà có quyền khiếu nại lần hai trong {rule.Limit} ngày kể từ ngày nhận được quyết định.",
                    $"If you do not agree with a first decision, you may complain again within {rule.Limit} days of receiving it."
                ),
                Article: rule.Article
            )
            : null;

    static string Of(Outcome? outcome) =>
        outcome switch
        {
            Outcome.Dung => Phrases.Of(": nội dung đúng", ": well-founded"),
            Outcome.DungMotPhan => Phrases.Of(": nội dung đúng một phần", ": well-founded in part"),
            Outcome.Sai => Phrases.Of(": nội dung không đúng", ": not well-founded"),
            Outcome.TiepThu => Phrases.Of(": được tiếp thu", ": taken up"),
            Outcome.GiaiTrinh => Phrases.Of(": đã giải trình", ": answered with an explanation"),
            Outcome.KhongCoCoSo => Phrases.Of(": không có cơ sở", ": without ground"),
            _ => "",
        };

    static string NameOf<TEvent>() => EventType.Of(typeof(TEvent)).Name;
}
