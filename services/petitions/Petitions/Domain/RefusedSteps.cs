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
        "Chưa ghi nhận việc rút toàn bộ đơn: dùng withdrawals trước.",
        "No withdrawal of the whole petition is recorded: use withdrawals first.",
        Field: "ground"
    );

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
}
