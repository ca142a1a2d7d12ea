using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>What the side steps of complaints and denunciations are refused for.</summary>
static partial class Refused
{
    public static readonly Rejection WithdrawnWholeByLetter = new(
        "petitions.withdrawn-whole-by-letter",
        "Trước ngày 01/07/2026 khiếu nại chỉ được rút toàn bộ bằng đơn; rút một phần hoặc bằng biên bản có từ ngày đó (Luật Khiếu nại Đ10; NĐ 155/2026 Đ22.1).",
        "Before 01/07/2026 a complaint could be taken back only as a whole and by letter; in part or by minutes since that day (Luật Khiếu nại Đ10; NĐ 155/2026 Đ22.1).",
        Field: "withdrawnOn"
    );

    public static readonly Rejection OnlyDenunciationsGoOnSo = new(
        "petitions.only-denunciations-go-on-so",
        "Dấu hiệu vi phạm, vu khống chỉ là lý do tiếp tục giải quyết tố cáo đã rút (Luật Tố cáo Đ33.3).",
        "Signs of a violation and slander keep only a denunciation going that was taken back (Luật Tố cáo Đ33.3).",
        Field: "stillExamined"
    );

    public static readonly Rejection NothingToStop = new(
        "petitions.nothing-to-stop",
        "Luật chỉ quy định đình chỉ giải quyết khiếu nại, tố cáo (Luật Khiếu nại Đ11a; Luật Tố cáo Đ34).",
        "The law knows the stop of complaints and denunciations only (Luật Khiếu nại Đ11a; Luật Tố cáo Đ34)."
    );

    public static readonly Rejection WithdrawalNotRecorded = new(
        "petitions.withdrawal-not-recorded",
        "Chưa ghi nhận việc rút toàn bộ đơn: dùng withdrawals trước (Luật Khiếu nại Đ10; Luật Tố cáo Đ34.3.a).",
        "No withdrawal of the whole petition is recorded: use withdrawals first (Luật Khiếu nại Đ10; Luật Tố cáo Đ34.3.a).",
        Field: "ground"
    );

    public static Rejection GroundOfAnotherPetitioner(Ground ground)
    {
        var body = ground.Petitioner is PetitionerType.Organisation;
        return new(
            "petitions.ground-of-another-petitioner",
            $"Căn cứ {ground.Code} chỉ dùng khi người khiếu nại là {(body ? "cơ quan, tổ chức" : "cá nhân")} ({ground.Article}).",
            $"The ground {ground.Code} is for complaints of {(body ? "bodies" : "individuals")} only ({ground.Article}).",
            Field: "ground"
        );
    }

    public static readonly Rejection NoStopYet = new(
        "petitions.no-stop-yet",
        "Căn cứ đình chỉ này có từ ngày 01/07/2026 (Luật Khiếu nại Đ11a; NĐ 155/2026 Đ22.1).",
        "This ground to stop exists since 01/07/2026 (Luật Khiếu nại Đ11a; NĐ 155/2026 Đ22.1).",
        Field: "decidedOn"
    );

    public static readonly Rejection DialogueIsForComplaints = new(
        "petitions.dialogue-is-for-complaints",
        "Đối thoại chỉ có trong giải quyết khiếu nại (Luật Khiếu nại Đ30, Đ39).",
        "Dialogues belong to the resolution of complaints (Luật Khiếu nại Đ30, Đ39)."
    );

    public static readonly Rejection NoticeAfterDialogue = new(
        "petitions.notice-after-dialogue",
        "Thông báo phải có trước ngày đối thoại.",
        "The notice comes before the dialogue.",
        Field: "notifiedOn"
    );

    public static readonly Rejection DialogueMissing = new(
        "petitions.dialogue-missing",
        "Phải đối thoại trước khi ra quyết định: lần đầu khi yêu cầu và kết quả xác minh còn khác nhau, lần hai luôn luôn; vắng có lý do chính đáng thì tổ chức lại (Luật Khiếu nại Đ30, Đ39).",
        "A dialogue comes before the decision: in the first round when claim and verification differ, in the second always; after an absence with a good reason it is held again (Luật Khiếu nại Đ30, Đ39)."
    );

    public static Rejection DialogueNoticeTooLate(Deadline limit) =>
        new(
            "petitions.dialogue-notice-too-late",
            $"Thông báo đối thoại quá muộn. {Explanations.Vi(limit)}",
            $"The notice of the dialogue was given too late. {Explanations.En(limit)}",
            Field: "notifiedOn"
        );

    public static readonly Rejection UnknownFirst = new(
        "petitions.unknown-first",
        "Không có đơn này trong phạm vi của người gọi.",
        "There is no such petition within the caller's reach.",
        404,
        "firstPetitionId"
    );

    public static readonly Rejection FirstMissing = new(
        "petitions.first-missing",
        "Ngày nhận quyết định trước chỉ dùng khi có đơn của lần trước.",
        "The receipt of the decision before goes with the petition of the round before.",
        400,
        "firstPetitionId"
    );

    public static readonly Rejection FirstOfAnotherKind = new(
        "petitions.first-of-another-kind",
        "Chỉ khiếu nại lần hai, tố cáo tiếp mới nối với đơn trước, và phải cùng loại (Luật Khiếu nại Đ33; Luật Tố cáo Đ37).",
        "Only a second complaint or a repeated denunciation goes on from another, of the same kind (Luật Khiếu nại Đ33; Luật Tố cáo Đ37).",
        Field: "firstPetitionId"
    );

    public static readonly Rejection NoThirdRound = new(
        "petitions.no-third-round",
        "Khiếu nại đã qua lần hai thì không khiếu nại tiếp mà khởi kiện tại Tòa án (Luật Khiếu nại Đ11.7).",
        "After the second round a complaint goes to the court, not to a third (Luật Khiếu nại Đ11.7).",
        Field: "firstPetitionId"
    );

    public static readonly Rejection NextRoundIsWithTheSuperior = new(
        "petitions.next-round-is-with-the-superior",
        "Lần sau thuộc cấp trên của nơi giải quyết lần trước; cấp xã không giải quyết lần hai (Luật Khiếu nại Đ17, Đ21.2; Luật Tố cáo Đ37.1).",
        "The next round is with the superior of who resolved the one before; a commune resolves none (Luật Khiếu nại Đ17, Đ21.2; Luật Tố cáo Đ37.1).",
        Field: "unitId"
    );

    public static readonly Rejection DecisionReceiptMissing = new(
        "petitions.decision-receipt-missing",
        "Đơn trước đã được giải quyết: phải ghi ngày người gửi đơn nhận quyết định, vì thời hạn tính từ ngày đó (Luật Khiếu nại Đ33).",
        "The one before was resolved: name the day on which the petitioner received the decision, the limit is counted from it (Luật Khiếu nại Đ33).",
        Field: "firstDecisionReceivedOn"
    );

    public static readonly Rejection DecisionReceivedLater = new(
        "petitions.decision-received-later",
        "Ngày nhận quyết định trước không thể sau ngày nhận đơn này.",
        "The decision before cannot have been received after this petition.",
        Field: "firstDecisionReceivedOn"
    );

    public static readonly Rejection NoDecisionYet = new(
        "petitions.no-decision-yet",
        "Đơn trước chưa được giải quyết nên chưa có quyết định để nhận.",
        "The one before is not resolved, so there is no decision to receive.",
        Field: "firstDecisionReceivedOn"
    );

    public static readonly Rejection FirstRoundRuns = new(
        "petitions.first-round-runs",
        "Đơn trước còn trong thời hạn giải quyết (Luật Khiếu nại Đ33; Luật Tố cáo Đ37.1).",
        "The limit of the one before has not passed yet (Luật Khiếu nại Đ33; Luật Tố cáo Đ37.1).",
        Field: "firstPetitionId"
    );

    public static readonly Rejection NothingToGoOnFrom = new(
        "petitions.nothing-to-go-on-from",
        "Đơn trước chưa được thụ lý hoặc đã kết thúc mà không có quyết định giải quyết.",
        "The one before was not accepted, or ended without being resolved.",
        Field: "firstPetitionId"
    );

    public static readonly Rejection FollowsAConclusion = new(
        "petitions.follows-a-conclusion",
        "Xử lý, công khai kết luận chỉ có trong giải quyết tố cáo (Luật Tố cáo Đ36, Đ40).",
        "Only the conclusion on a denunciation is acted on and made public (Luật Tố cáo Đ36, Đ40)."
    );

    public static readonly Rejection NoEffect = new(
        "petitions.no-effect",
        "Cần ít nhất một số liệu lớn hơn 0.",
        "At least one figure above zero is needed."
    );

    public static readonly Rejection ProtectsDenouncers = new(
        "petitions.protects-denouncers",
        "Biện pháp bảo vệ chỉ áp dụng cho người tố cáo (Luật Tố cáo Đ47).",
        "Only a denouncer is protected so (Luật Tố cáo Đ47)."
    );

    public static readonly Rejection AlreadyFollowedUp = new(
        "petitions.already-followed-up",
        "Việc này đã được ghi nhận cho kết luận này.",
        "That is recorded for this conclusion already."
    );

    public static readonly Rejection ConflictIsOfDenunciations = new(
        "petitions.conflict-is-of-denunciations",
        "Chuyển cấp trên vì xung đột lợi ích chỉ áp dụng cho tố cáo (NĐ 31/2019 Đ5).",
        "Only a denunciation goes to the superior for a conflict of interest (NĐ 31/2019 Đ5)."
    );

    public static readonly Rejection NotASuperior = new(
        "petitions.not-a-superior",
        "Phải chuyển lên cấp trên, không phải chính đơn vị đang giữ đơn hoặc cấp dưới của nó (NĐ 31/2019 Đ5.2).",
        "It goes up: neither to the unit that holds it nor to one below (NĐ 31/2019 Đ5.2).",
        Field: "toUnitId"
    );

    public static readonly Rejection WasNotWithdrawn = new(
        "petitions.was-not-withdrawn",
        "Đơn này chưa được rút toàn bộ nên không có việc rút đơn bị ép buộc.",
        "The petition was not taken back as a whole, so nobody was forced to.",
        Field: "reason"
    );

    public static Rejection LodgedTooLate(Deadline lodging) =>
        new(
            "petitions.lodged-too-late",
            $"Khiếu nại nộp ngày {Explanations.Day(lodging.MetOn!.Value)} là quá thời hạn. {Explanations.Vi(lodging)} Không thụ lý theo căn cứ KN.11.6, trừ khi có lý do chính đáng.",
            $"The complaint of {Explanations.Day(lodging.MetOn.Value)} was lodged too late. {Explanations.En(lodging)} It is refused on the ground KN.11.6, unless there is a good reason."
        );
}
