using DanVan.Chassis.Http;

namespace DanVan.Reporting.Requests;

/// <summary>Why a report is not asked for, or not given where it is not asked for.</summary>
static class RefusedRequest
{
    public static readonly Rejection Withdrawn = new(
        "reporting.request-withdrawn",
        "Yêu cầu báo cáo này đã được rút: không mở, sửa hay gửi báo cáo theo yêu cầu đó nữa.",
        "The request has been withdrawn: no report is opened, edited or sent for it any more."
    );

    public static readonly Rejection UnitNotAsked = new(
        "reporting.not-asked",
        "Yêu cầu không gửi đến đơn vị này: loại đơn vị, hoặc vị trí của đơn vị vào ngày cuối kỳ, không thuộc diện được yêu cầu.",
        "The unit is not asked: of its kind, or where it stands on the last day of the period, no report is wanted.",
        Field: "unitId"
    );

    public static readonly Rejection FormNotAsked = new(
        "reporting.not-asked",
        "Yêu cầu này dùng biểu mẫu khác.",
        "The request is about another form.",
        Field: "form"
    );

    public static readonly Rejection NotByUnit = new(
        "reporting.not-asked-by-unit",
        "Chỉ đơn vị đã yêu cầu, hoặc đơn vị cấp trên của nó, rút được yêu cầu.",
        "Only the unit that asked, or one above it, withdraws a request.",
        StatusCodes.Status403Forbidden
    );

    public static readonly Rejection SentTooSoon = Bad(
        "sendBy",
        "Hạn gửi phải từ hôm nay trở đi, không trước ngày cuối kỳ, và không sau năm 2100.",
        "A report is sent today or later, not before the last day of the period, and not after 2100."
    );

    public static readonly Rejection NoSuchYear = Bad(
        "to",
        "Ngày cuối kỳ phải từ năm 2000 đến năm 2100.",
        "The last day lies in 2000 to 2100."
    );

    public static Rejection NobodyOf(int kind) =>
        Bad(
            $"kinds[{kind}]",
            "Vào ngày cuối kỳ, trong số đơn vị được yêu cầu không có đơn vị nào thuộc loại này.",
            "On the last day of the period none of the units that are asked is of this kind."
        );

    public static Rejection UnknownUnit(int unit) =>
        new(
            "reporting.unknown-unit",
            "Vào ngày cuối kỳ không có đơn vị này dưới đơn vị yêu cầu.",
            "On the last day of the period there is no such unit below the one that asks.",
            StatusCodes.Status404NotFound,
            $"units[{unit}]"
        );

    /// <summary>No request has the number, or none that the caller may know of.</summary>
    public static readonly Rejection NoSuchNumber = Bad(
        "period.index",
        "Không có yêu cầu báo cáo mang số này, hoặc yêu cầu không liên quan đến đơn vị của người gọi. Số dưới 1000 dùng cho kỳ tự chọn ngày.",
        "No request has this number, or none that concerns the unit of the caller. Numbers below 1000 are of periods with days of one's own."
    ) with
    {
        Code = "reporting.no-such-period",
    };

    /// <param name="field">Which of its days: from or to.</param>
    public static Rejection OtherDays(string field) =>
        Bad(
            $"period.{field}",
            "Ngày của kỳ do yêu cầu báo cáo quy định; bỏ trống hoặc nhập đúng như yêu cầu.",
            "The request fixes the days of the period: leave them out, or give the same."
        ) with
        {
            Code = "reporting.no-such-period",
        };

    static Rejection Bad(string field, string vi, string en) =>
        new("reporting.request-makes-no-sense", vi, en, StatusCodes.Status400BadRequest, field);
}
