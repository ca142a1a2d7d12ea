using DanVan.Chassis.Http;

namespace DanVan.Petitions.Attachments;

/// <summary>Why a file is not taken. Nothing of it is kept.</summary>
static class RefusedFile
{
    public static readonly Rejection Empty = new(
        "petitions.file-empty",
        "Tệp không có nội dung.",
        "The file is empty.",
        StatusCodes.Status400BadRequest
    );

    public static readonly Rejection UnknownType = new(
        "petitions.file-type",
        $"Chỉ nhận tệp {All}, xét theo nội dung chứ không theo tên hay phần mở rộng.",
        $"Taken are {All}, by what a file is and not by how it is called.",
        StatusCodes.Status415UnsupportedMediaType
    );

    public static readonly Rejection NotUtf8 = new(
        "petitions.file-not-utf8",
        "Tệp văn bản phải theo bảng mã UTF-8.",
        "A file of plain text must be in UTF-8.",
        StatusCodes.Status415UnsupportedMediaType
    );

    public static readonly Rejection RedactionHides = new(
        "petitions.redaction-hides",
        "Bản đã che phải là tệp không giữ lại phần đã xóa, tên người soạn hay bình luận: PDF, ảnh, văn bản thuần, âm thanh hoặc phim; không nhận DOCX, XLSX.",
        "A redacted copy is of a type that keeps nothing that was deleted and no authors: PDF, a picture, plain text, sound or film; not DOCX or XLSX.",
        StatusCodes.Status415UnsupportedMediaType
    );

    public static readonly Rejection Bomb = new(
        "petitions.file-unpacks-too-far",
        "Nội dung nén trong tệp lớn quá mức cho phép.",
        "What is packed in the file is longer, or more, than is unpacked here.",
        StatusCodes.Status400BadRequest
    );

    public static readonly Rejection Active = new(
        "petitions.file-active",
        "Tệp có macro, mã lệnh, tệp nhúng hoặc tự tải nội dung từ nơi khác. Xuất lại thành PDF hoặc lưu không kèm macro rồi gửi lại.",
        "The file holds macros, scripts or files, or fetches something from elsewhere. Print it to PDF, or save it without them, and send that.",
        StatusCodes.Status400BadRequest
    );

    public static readonly Rejection Locked = new(
        "petitions.file-locked",
        "Tệp được bảo vệ bằng mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi gửi lại.",
        "The file asks for a password and cannot be looked into. Take the password off and send it again.",
        StatusCodes.Status400BadRequest
    );

    public static readonly Rejection Infected = new(
        "petitions.file-infected",
        "Trình quét phát hiện mã độc trong tệp.",
        "The scanner found something harmful in the file.",
        StatusCodes.Status400BadRequest
    );

    public static readonly Rejection NotScanned = new(
        "petitions.scanner-away",
        "Trình quét mã độc không trả lời nên chưa nhận được tệp. Gửi lại sau.",
        "The scanner does not answer, so that no file can be taken. Send it again later.",
        StatusCodes.Status503ServiceUnavailable
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

    public static readonly Rejection TookTooLong = new(
        "petitions.upload-too-late",
        "Việc lưu tệp kéo dài quá lâu nên đã bị hủy. Gửi lại.",
        "Storing the file took so long that it was given up. Send it again.",
        StatusCodes.Status503ServiceUnavailable
    );

    public static Rejection Unknown(string field) =>
        new(
            "petitions.unknown-attachment",
            "Đơn không có tài liệu này, hoặc tài liệu đã được xóa vĩnh viễn.",
            "No such attachment stands with the petition, or it was erased.",
            StatusCodes.Status400BadRequest,
            field
        );

    public static Rejection Broken(FileType type) =>
        new(
            "petitions.file-broken",
            $"Tệp mở đầu như {EnumName(type)} nhưng bị hỏng hoặc thiếu phần sau.",
            $"The file begins as {EnumName(type)} but is damaged or cut short.",
            StatusCodes.Status400BadRequest
        );

    public static Rejection TooLong(FileType type, long longest) =>
        new(
            "petitions.file-too-long",
            $"Tệp {EnumName(type)} dài nhất {longest} byte.",
            $"A file of type {EnumName(type)} has at most {longest} bytes.",
            StatusCodes.Status413PayloadTooLarge
        );

    public static Rejection TooMany(int most) =>
        new(
            "petitions.too-many-attachments",
            $"Một đơn có nhiều nhất {most} tài liệu kèm theo.",
            $"A petition has at most {most} attachments."
        );

    static string All => string.Join(", ", Enum.GetValues<FileType>().Select(EnumName));

    static string EnumName(FileType type) => Chassis.EnumNames.Of(type);
}
