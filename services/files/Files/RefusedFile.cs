using DanVan.Chassis;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http;

namespace DanVan.Files;

/// <summary>Why a file is not taken, in words. Nothing of it is kept.</summary>
static class RefusedFile
{
    public static Rejection Of(string service, FileFault fault, FileType type, FileLimits limits)
    {
        var (code, vi, en, status) = fault switch
        {
            FileFault.Empty => ("file-empty", "Tệp không có nội dung.", "The file is empty.", StatusCodes.Status400BadRequest),
            FileFault.UnknownType => (
                "file-type",
                $"Chỉ nhận tệp {All(limits)}, xét theo nội dung chứ không theo tên hay phần mở rộng.",
                $"Taken are {All(limits)}, by what a file is and not by how it is called.",
                StatusCodes.Status415UnsupportedMediaType
            ),
            FileFault.NotUtf8 => (
                "file-not-utf8",
                "Tệp văn bản phải theo bảng mã UTF-8.",
                "A file of plain text must be in UTF-8.",
                StatusCodes.Status415UnsupportedMediaType
            ),
            FileFault.Bomb => (
                "file-unpacks-too-far",
                "Nội dung nén trong tệp lớn quá mức cho phép.",
                "What is packed in the file is longer, or more, than is unpacked here.",
                StatusCodes.Status400BadRequest
            ),
            FileFault.Active => (
                "file-active",
                "Tệp có macro, mã lệnh, tệp nhúng hoặc tự tải nội dung từ nơi khác. Xuất lại thành PDF hoặc lưu không kèm macro rồi gửi lại.",
                "The file holds macros, scripts or files, or fetches something from elsewhere. Print it to PDF, or save it without them, and send that.",
                StatusCodes.Status400BadRequest
            ),
            FileFault.Locked => (
                "file-locked",
                "Tệp được bảo vệ bằng mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi gửi lại.",
                "The file asks for a password and cannot be looked into. Take the password off and send it again.",
                StatusCodes.Status400BadRequest
            ),
            FileFault.Broken => (
                "file-broken",
                $"Tệp mở đầu như {EnumNames.Of(type)} nhưng bị hỏng hoặc thiếu phần sau.",
                $"The file begins as {EnumNames.Of(type)} but is damaged or cut short.",
                StatusCodes.Status400BadRequest
            ),
            FileFault.Infected => (
                "file-infected",
                "Trình quét phát hiện mã độc trong tệp.",
                "The scanner found something harmful in the file.",
                StatusCodes.Status400BadRequest
            ),
            FileFault.NotScanned => (
                "scanner-away",
                "Trình quét mã độc không trả lời nên chưa nhận được tệp. Gửi lại sau.",
                "The scanner does not answer, so that no file can be taken. Send it again later.",
                StatusCodes.Status503ServiceUnavailable
            ),
            _ => (
                "upload-too-late",
                "Việc lưu tệp kéo dài quá lâu nên đã bị hủy. Gửi lại.",
                "Storing the file took so long that it was given up. Send it again.",
                StatusCodes.Status503ServiceUnavailable
            ),
        };
        return new($"{service}.{code}", vi, en, status);
    }

    public static Rejection TooLong(string service, FileType type, long longest) =>
        new(
            $"{service}.file-too-long",
            $"Tệp {EnumNames.Of(type)} dài nhất {longest} byte.",
            $"A file of type {EnumNames.Of(type)} has at most {longest} bytes.",
            StatusCodes.Status413PayloadTooLarge
        );

    static string All(FileLimits limits) => string.Join(", ", limits.Taken.Select(EnumNames.Of));
}
