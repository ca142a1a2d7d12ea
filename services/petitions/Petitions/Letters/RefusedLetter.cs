using DanVan.Chassis;
using DanVan.Chassis.Http;

namespace DanVan.Petitions.Letters;

static class RefusedLetter
{
    public static readonly Rejection NobodyToWriteTo = new(
        "petitions.nobody-to-write-to",
        "Đơn không nêu tên người gửi nên không có ai để gửi văn bản này (Luật Tố cáo Đ25; TT 05/2021/TT-TTCP Đ6.2).",
        "Nobody put a name to the petition, so there is nobody to send this letter to (Luật Tố cáo Đ25; TT 05/2021/TT-TTCP Đ6.2).",
        Field: "form"
    );

    public static readonly Rejection TextMissing = new(
        "petitions.letter-text-missing",
        "Văn bản này phải có nội dung riêng: lý do, hoặc thời gian và địa điểm.",
        "This letter needs a text of its own: the reason, or the time and the place.",
        400,
        "text"
    );

    public static readonly Rejection CapacityHalfTold = new(
        "petitions.signing-capacity-half-told",
        "Ký thay mặt, ký thay, thừa lệnh, thừa ủy quyền phải ghi thay mặt hoặc thay cho ai; ký trực tiếp thì không ghi.",
        "Who signs on behalf of, for, by order or by mandate names of whom; who signs by their own right names nobody.",
        400,
        "onBehalfOf"
    );

    public static readonly Rejection NoSymbol = new(
        "petitions.no-document-symbol",
        "Chưa có ký hiệu văn bản của đơn vị này; bổ sung trong bảng ký hiệu (Documents__SymbolsFile).",
        "No document symbol is known for this unit; add it to the table of symbols (Documents__SymbolsFile)."
    );

    public static readonly Rejection NoTerm = new(
        "petitions.no-term",
        "Số văn bản của Đảng tính theo nhiệm kỳ, mà bảng ký hiệu không có nhiệm kỳ nào cho ngày này.",
        "Numbers of party documents run within a term, and the table of symbols has no term for this day.",
        Field: "issuedOn"
    );

    public static readonly Rejection NamesNobody = new(
        "petitions.letter-names-nobody",
        "Văn bản này không nêu người gửi đơn nên chỉ có một bản.",
        "This letter does not name the petitioner, so there is one copy only."
    );

    public static readonly Rejection NotAcceptable = new(
        "not-acceptable",
        "Văn bản có ở dạng application/json, application/pdf và DOCX (application/vnd.openxmlformats-officedocument.wordprocessingml.document).",
        "Letters are there as application/json, application/pdf and DOCX (application/vnd.openxmlformats-officedocument.wordprocessingml.document).",
        406
    );

    public static readonly Rejection FontMissing = new(
        "petitions.pdf-font-missing",
        "Máy chủ chưa có phông chữ Liberation Serif nên chưa tạo được PDF; quản trị cài gói fonts-liberation2. DOCX vẫn dùng được.",
        "The server lacks the font Liberation Serif, so it can write no PDF; its administrator installs the package fonts-liberation2. DOCX works.",
        503
    );

    public static Rejection UnknownForm(IEnumerable<string> codes) =>
        new(
            "petitions.unknown-letter-form",
            $"Không có mẫu văn bản này vào ngày đó; các mẫu: {string.Join(", ", codes)}.",
            $"There is no such form of letter on that day; there are: {string.Join(", ", codes)}.",
            400,
            "form"
        );

    public static Rejection OfAnotherKind(LetterForm form)
    {
        var kinds = string.Join(", ", form.Kinds!.Select(EnumNames.Of));
        return new(
            "petitions.letter-of-another-kind",
            $"{form.Vi} chỉ dùng cho {string.Join(", ", form.Kinds!.Select(LetterFacts.Of))} ({form.Article}).",
            $"{form.En}: this is for {kinds} only ({form.Article}).",
            Field: "form"
        );
    }

    public static Rejection InState(LetterForm form, PetitionState state)
    {
        var states = string.Join(", ", form.States!.Select(EnumNames.Of));
        return new(
            "petitions.letter-in-wrong-state",
            $"{form.Vi} chỉ ban hành khi đơn ở trạng thái {states}; đơn này đang ở {EnumNames.Of(state)} ({form.Article}).",
            $"{form.En}: it is issued in the states {states}; this petition is {EnumNames.Of(state)} ({form.Article}).",
            Field: "form"
        );
    }

    public static Rejection HasNotHappened(LetterCondition condition)
    {
        var (vi, en) = condition switch
        {
            LetterCondition.ForwardedHere => ("Đơn không do cơ quan nào chuyển đến.", "No other body sent this petition on."),
            LetterCondition.Extended => ("Thời hạn giải quyết chưa được gia hạn.", "The time limit was not extended."),
            LetterCondition.Resumed => (
                "Việc giải quyết chưa từng tạm đình chỉ rồi tiếp tục.",
                "The resolution was not suspended and resumed."
            ),
            _ => (
                "Nơi nhận đơn đã trả lời, không còn gì để đôn đốc.",
                "The unit that it went to has answered; there is nothing to remind of."
            ),
        };
        return new("petitions.letter-without-cause", vi, en, Field: "form");
    }
}
