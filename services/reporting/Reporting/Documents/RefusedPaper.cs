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

    public static readonly Rejection CapacityHalfTold = new(
        "reporting.signing-capacity-half-told",
        "Ký thay mặt, ký thay, thừa lệnh, thừa ủy quyền phải ghi thay mặt hoặc thay cho ai; ký trực tiếp thì không ghi.",
        "Who signs on behalf of, for, by order or by mandate names of whom; who signs by their own right names nobody.",
        StatusCodes.Status400BadRequest,
        "onBehalfOf"
    );

    public static readonly Rejection NoSymbol = new(
        "reporting.no-document-symbol",
        "Chưa có ký hiệu văn bản của đơn vị này; bổ sung trong bảng ký hiệu (Documents__SymbolsFile).",
        "No document symbol is known for this unit; add it to the table of symbols (Documents__SymbolsFile)."
    );

    public static readonly Rejection NoTerm = new(
        "reporting.no-term",
        "Số văn bản của Đảng tính theo nhiệm kỳ, mà bảng ký hiệu không có nhiệm kỳ nào cho hôm nay.",
        "Numbers of party documents run within a term, and the table of symbols has no term for today."
    );

    public static Rejection AlreadyIssued(string number) =>
        new(
            "reporting.already-issued",
            $"Nội dung này đã ban hành thành văn bản số {number}; đính chính hoặc gửi lại nội dung khác mới có văn bản mới.",
            $"This content was issued as document {number}; a further one is made of a correction, or of what was sent anew and differs."
        );
}
