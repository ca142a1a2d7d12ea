using DanVan.Documents;

namespace DanVan.Platform.Tests.Documents;

/// <summary>Documents as bodies issue them.</summary>
static class SampleDocuments
{
    public const string Sentence =
        "Ủy ban nhân dân nhận được đơn khiếu nại của Ông Nguyễn Văn Ví Dụ, địa chỉ: thôn Phượng Hoàng, xã Mỹ Đức, về việc thu hồi đất để làm đường liên xã.";

    public static readonly OfficialDocument Notice = new(
        DocumentLayout.State,
        SuperiorBody: null,
        "Ủy ban nhân dân tỉnh Đồng Tháp",
        "84/TB-UBND",
        "Đồng Tháp",
        new DateOnly(2026, 8, 5),
        "Thông báo",
        "Về việc thụ lý giải quyết khiếu nại",
        ["Ông Nguyễn Văn Ví Dụ"],
        [
            new Paragraph(Sentence),
            new Paragraph(
                "Đơn được thụ lý giải quyết kể từ ngày 05/08/2026; thời hạn giải quyết đến hết ngày 04/09/2026 (Luật Khiếu nại Đ28)."
            ),
            new Paragraph("Vậy thông báo để Ông được biết."),
        ],
        ["Như trên", "Thanh tra tỉnh", "Lưu: VT, TCD"],
        new(SigningCapacity.KT, "Chủ tịch", "Phó Chủ tịch", "Trần Thị Thanh Huyền")
    );

    public static readonly OfficialDocument Decision = Notice with
    {
        Number = "12/QĐ-UBND",
        Type = "Quyết định",
        Abstract = "Tạm đình chỉ giải quyết khiếu nại",
        Addressees = [],
        Body =
        [
            new Paragraph("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", Style: ParagraphStyle.Heading),
            new Paragraph("Căn cứ Luật Khiếu nại (đã được sửa đổi, bổ sung);", Style: ParagraphStyle.Ground),
            new Paragraph("QUYẾT ĐỊNH:", Style: ParagraphStyle.Heading),
            new Paragraph("Tạm đình chỉ việc giải quyết khiếu nại kể từ ngày 14/08/2026.", "Điều 1."),
            new Paragraph("Quyết định này có hiệu lực kể từ ngày ký.", "Điều 2."),
        ],
    };

    public static readonly OfficialDocument Correspondence = Notice with
    {
        SuperiorBody = "Ủy ban nhân dân tỉnh Đồng Tháp",
        IssuingBody = "Sở Nông nghiệp và Môi trường",
        Number = "1204/SNNMT-TTr",
        Type = null,
        Abstract = "trả lại đơn khiếu nại do cơ quan báo chí chuyển đến",
        Addressees = ["Báo Nhân Dân", "Ban Tiếp công dân tỉnh Đồng Tháp"],
    };

    public static readonly OfficialDocument OfTheParty = Notice with
    {
        Layout = DocumentLayout.Party,
        SuperiorBody = "Tỉnh ủy Đồng Tháp",
        IssuingBody = "Ban Tuyên giáo và Dân vận",
        Number = "163-TB/BTGDVTU",
        Signature = new(SigningCapacity.KT, "Trưởng ban", "Phó Trưởng ban", "Lê Hoàng Yến"),
    };

    /// <summary>Two pages and more, with a table and names that do not fit on a line.</summary>
    public static readonly OfficialDocument Report = OfTheParty with
    {
        SuperiorBody = "Ban Chấp hành Đảng bộ tỉnh Bà Rịa - Vũng Tàu",
        IssuingBody = "Ban Tuyên giáo và Dân vận Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        Number = "07-BC/BTGDV",
        Place = "Thành phố Hồ Chí Minh",
        Type = "Báo cáo",
        Abstract = "Tình hình tiếp công dân, xử lý đơn thư và kết quả thực hiện quy chế dân chủ ở cơ sở sáu tháng đầu năm 2026",
        Addressees = ["Ban Tuyên giáo và Dân vận Trung ương", "Thường trực Tỉnh ủy", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"],
        Body =
        [
            .. Enumerable.Repeat(new Paragraph(Sentence), 7),
            new Table(
                [new("STT", 1, IsNumber: true), new("Nội dung", 6), new("Số lượng", 2, IsNumber: true)],
                [.. Enumerable.Range(1, 24).Select(i => (string[])[$"{i}", i % 5 == 0 ? Sentence : $"Chỉ tiêu thứ {i}", $"{i * 1000:N0}"])]
            ),
            .. Enumerable.Repeat(new Paragraph(Sentence), 3),
        ],
    };

    public static TheoryData<string> All => ["Notice", "Decision", "Correspondence", "OfTheParty", "Report"];

    public static OfficialDocument Named(string name) =>
        name switch
        {
            "Notice" => Notice,
            "Decision" => Decision,
            "Correspondence" => Correspondence,
            "OfTheParty" => OfTheParty,
            _ => Report,
        };
}
