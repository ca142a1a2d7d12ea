namespace DanVan.Petitions;

/// <summary>A ground on which the law lets a unit refuse to take a petition up, or stop its resolution.</summary>
/// <param name="Kind">The kind it is for; none for every kind.</param>
/// <param name="From">The first day of the law that has it; none when it always had.</param>
/// <param name="Petitioner">Whose petition it is for; none for everybody's.</param>
public sealed record Ground(
    string Code,
    PetitionKind? Kind,
    string Article,
    string Vi,
    string En,
    DateOnly? From = null,
    PetitionerType? Petitioner = null
);

public static class Grounds
{
    public static readonly IReadOnlyList<Ground> All =
    [
        Complaint(
            1,
            "Quyết định, hành vi mang tính nội bộ, chỉ đạo điều hành, văn bản quy phạm hoặc bí mật nhà nước",
            "Internal, steering or normative acts, or state secrets"
        ),
        Complaint(2, "Không liên quan trực tiếp đến quyền, lợi ích của người khiếu nại", "No direct link to the complainant's own rights"),
        Complaint(
            3,
            "Người khiếu nại không có năng lực hành vi đầy đủ mà không có đại diện hợp pháp",
            "The complainant lacks capacity and has no lawful representative"
        ),
        Complaint(4, "Người đại diện không hợp pháp", "The representative is not lawful"),
        Complaint(5, "Đơn không có chữ ký hoặc điểm chỉ", "No signature or fingerprint"),
        Complaint(6, "Hết thời hiệu, thời hạn mà không có lý do chính đáng", "Out of time without a good reason"),
        Complaint(7, "Đã có quyết định giải quyết lần hai", "A second decision was already given"),
        Complaint(8, "Đã đình chỉ quá 30 ngày mà không khiếu nại tiếp", "Stopped more than 30 days ago and not taken up again"),
        Complaint(9, "Tòa án đã thụ lý hoặc đã giải quyết", "A court has taken it up or decided it"),
        Denunciation("FORM", "Không đúng hình thức theo Điều 23", "Not in the form of Article 23"),
        Denunciation("CAPACITY", "Người tố cáo không đủ năng lực hành vi", "The denouncer lacks capacity"),
        Denunciation("COMPETENCE", "Không thuộc thẩm quyền giải quyết", "Not within competence"),
        Denunciation(
            "CONTENT",
            "Nội dung không đủ cơ sở xác định người vi phạm, hành vi vi phạm",
            "The content does not allow to identify the violator and the act"
        ),
        new(
            "TC.24.3",
            PetitionKind.ToCao,
            "Luật Tố cáo Đ24.3",
            "Gửi nhiều nơi, trong đó đã gửi nơi có thẩm quyền",
            "Also sent to the competent body"
        ),
        new(
            "TC.37.2",
            PetitionKind.ToCao,
            "Luật Tố cáo Đ37.2",
            "Tố cáo tiếp mà việc giải quyết trước đó đúng pháp luật",
            "Denounced again, while the resolution before was lawful"
        ),
        new("XLD.UNCLEAR", null, "TT 05/2021/TT-TTCP Đ6.2", "Nội dung không rõ ràng", "The content is not clear"),
        new(
            "XLD.HANDLED",
            null,
            "TT 05/2021/TT-TTCP Đ6.2",
            "Đã được xử lý, giải quyết theo quy định",
            "Already handled as the law provides"
        ),
    ];

    public static Ground? Find(string code, PetitionKind kind) =>
        All.FirstOrDefault(g => g.Code == code && (g.Kind is null || g.Kind == kind));

    static Ground Complaint(int item, string vi, string en) =>
        new($"KN.11.{item}", PetitionKind.KhieuNai, $"Luật Khiếu nại Đ11.{item}", vi, en);

    static Ground Denunciation(string condition, string vi, string en) =>
        new($"TC.29.1.{condition}", PetitionKind.ToCao, "Luật Tố cáo Đ29.1", vi, en);
}
