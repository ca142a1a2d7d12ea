using DanVan.Chassis.Http;

namespace DanVan.Petitions.Attachments;

/// <summary>Why a file is not taken with a petition, or not given, beside what is wrong with the file itself.</summary>
static class RefusedAttachment
{
    public static readonly Rejection RedactionHides = new(
        "petitions.redaction-hides",
        "Bản đã che phải là tệp không giữ lại phần đã xóa, tên người soạn hay bình luận: PDF, ảnh, văn bản thuần, âm thanh hoặc phim; không nhận DOCX, XLSX.",
        "A redacted copy is of a type that keeps nothing that was deleted and no authors: PDF, a picture, plain text, sound or film; not DOCX or XLSX.",
        StatusCodes.Status415UnsupportedMediaType
    );

    public static readonly Rejection NotRedacted = new(
        "petitions.attachment-not-redacted",
        "Tài liệu này chưa có bản đã che thông tin của người gửi. Bản gốc chỉ được mở như mở danh tính.",
        "Nobody has made a redacted copy yet. The original is opened only as an identity is.",
        StatusCodes.Status404NotFound
    );

    public static readonly Rejection Erased = new(
        "petitions.attachment-erased",
        "Bản gốc đã được xóa vĩnh viễn cùng danh tính.",
        "The original was erased for good, with the identity.",
        StatusCodes.Status410Gone
    );

    public static Rejection Unknown(string field) =>
        new(
            "petitions.unknown-attachment",
            "Đơn không có tài liệu này, hoặc tài liệu đã được xóa vĩnh viễn.",
            "No such attachment stands with the petition, or it was erased.",
            StatusCodes.Status400BadRequest,
            field
        );

    public static Rejection TooMany(int most) =>
        new(
            "petitions.too-many-attachments",
            $"Một đơn có nhiều nhất {most} tài liệu kèm theo.",
            $"A petition has at most {most} attachments."
        );
}
