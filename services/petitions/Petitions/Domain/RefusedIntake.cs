using DanVan.Chassis.Http;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions;

/// <summary>What classification, cases and groups are refused for.</summary>
static partial class Refused
{
    public static readonly Rejection EvidenceOfAnonymousDenunciations = new(
        "petitions.evidence-of-anonymous-denunciations",
        "Điều kiện E7 chỉ hỏi về tố cáo không rõ người viết (Luật Tố cáo Đ25.2).",
        "Check E7 is asked of anonymous denunciations only (Luật Tố cáo Đ25.2).",
        Field: "concreteEvidence"
    );

    public static readonly Rejection UnknownPetition = new(
        "petitions.unknown-petition",
        "Không có đơn này trong phạm vi của người gọi.",
        "There is no such petition within the caller's reach.",
        400,
        "ofPetitionId"
    );

    public static readonly Rejection SameCase = new(
        "petitions.same-case",
        "Hai đơn đã thuộc cùng một vụ việc.",
        "Both papers belong to one case already.",
        Field: "ofPetitionId"
    );

    public static readonly Rejection CaseOfAnotherUnit = new(
        "petitions.case-of-another-unit",
        "Chỉ nhập đơn vào vụ việc của cùng một đơn vị; đơn của đơn vị khác thì chuyển.",
        "A paper joins a case of its own unit; what is another unit's is forwarded.",
        Field: "ofPetitionId"
    );

    public static readonly Rejection CaseOfAnotherKind = new(
        "petitions.case-of-another-kind",
        "Đơn và vụ việc phải cùng loại, vì thời hạn khác nhau; phân loại lại hoặc tách đơn trước (NĐ 154/2026 Đ14.4).",
        "The paper and the case must be of one kind, for their limits differ; classify anew or split first (NĐ 154/2026 Đ14.4).",
        Field: "ofPetitionId"
    );

    public static readonly Rejection CaseHasEnded = new(
        "petitions.case-has-ended",
        "Vụ việc đã kết thúc; đơn gửi lại được xét theo điều kiện E6, E9 (TT 05/2021/TT-TTCP Đ6.2).",
        "The case has ended; a paper sent again is judged by the checks E6 and E9 (TT 05/2021/TT-TTCP Đ6.2).",
        Field: "ofPetitionId"
    );

    public static readonly Rejection NotSignedByAll = new(
        "petitions.appointment-not-signed-by-all",
        "Văn bản cử người đại diện phải có chữ ký của tất cả những người ký đơn (Luật Tiếp công dân Đ29).",
        "The appointment of representatives is signed by all who signed the petition (Luật Tiếp công dân Đ29).",
        Field: "signedBy"
    );

    public static readonly Rejection RepresentativesAreSignatories = new(
        "petitions.representatives-are-signatories",
        "Người đại diện phải là người ký đơn (Luật Tiếp công dân Đ29).",
        "Representatives are among those who signed (Luật Tiếp công dân Đ29).",
        Field: "representatives"
    );

    public static readonly Rejection AppointmentMissing = new(
        "petitions.appointment-missing",
        "Khiếu nại đông người chỉ thụ lý khi có văn bản cử người đại diện (NĐ 124/2020 Đ16; NĐ 155/2026 Đ10).",
        "A complaint of a group is accepted only with the written appointment of representatives (NĐ 124/2020 Đ16; NĐ 155/2026 Đ10)."
    );

    public static readonly Rejection AllWithdraw = new(
        "petitions.all-withdraw",
        "Còn ít nhất một người không rút thì vụ việc mới tiếp tục; tất cả cùng rút là rút đơn.",
        "The case goes on while at least one does not withdraw; when all do, the petition is withdrawn.",
        Field: "count"
    );

    public static Rejection NumberOfRepresentatives(GroupRule group) =>
        new(
            "petitions.number-of-representatives",
            $"{group.Vi} ({group.Article}).",
            $"{group.En} ({group.Article}).",
            Field: "representatives"
        );

    public static Rejection UnknownCheck(IEnumerable<string> ids)
    {
        var codes = string.Join(", ", ids);
        return new(
            "petitions.unknown-check",
            $"Điều kiện không đạt của loại đơn này vào ngày đó phải là trong số: {codes}.",
            $"The checks of this kind on that day that can fail are: {codes}.",
            400,
            "failedChecks"
        );
    }
}
