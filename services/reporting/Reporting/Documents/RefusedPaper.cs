using DanVan.Chassis.Http;

namespace DanVan.Reporting.Documents;

static class RefusedPaper
{
    public static readonly Rejection NotSent = new(
        "reporting.not-sent",
        "Báo cáo chưa gửi nên nội dung chưa chốt, chưa có văn bản.",
        "The report has not been sent: its content does not stand still yet, and there is no document of it.",
        StatusCodes.Status404NotFound
    );

    public static readonly Rejection FontMissing = new(
        "reporting.pdf-font-missing",
        "Máy chủ chưa có phông chữ Liberation Serif nên chưa tạo được PDF; quản trị cài gói fonts-liberation2. DOCX vẫn dùng được.",
        "The server lacks the font Liberation Serif, so it can write no PDF; its administrator installs the package fonts-liberation2. DOCX works.",
        StatusCodes.Status503ServiceUnavailable
    );
}
