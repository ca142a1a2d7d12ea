using DanVan.Chassis.Http;

namespace DanVan.Reporting.QuickReports;

/// <summary>Why a step of a quick report is refused.</summary>
static class RefusedQuickReport
{
    public static readonly Rejection NotAbove = new(
        "reporting.unit-above-only",
        "Việc này của đơn vị cấp trên đã nhận báo cáo, không phải của đơn vị gửi.",
        "This is for a unit above that has the report, not for the one that sent it."
    );

    public static readonly Rejection IsAcknowledged = new(
        "reporting.is-acknowledged",
        "Báo cáo nhanh đã được tiếp nhận hoặc đã kết thúc.",
        "The quick report has been acknowledged already, or is closed."
    );

    public static readonly Rejection NotAcknowledged = new(
        "reporting.not-acknowledged",
        "Báo cáo nhanh chưa được đơn vị cấp trên tiếp nhận thì chưa kết thúc được.",
        "A quick report is closed once a unit above has acknowledged it."
    );

    public static readonly Rejection IsClosed = new(
        "reporting.quick-report-is-closed",
        "Báo cáo nhanh đã kết thúc; tình hình mới thì gửi báo cáo mới.",
        "The quick report is closed; what is new is another one."
    );

    public static readonly Rejection UnknownPlace = new(
        "reporting.unknown-place",
        "Không có đơn vị này, hoặc không thuộc phạm vi của đơn vị gửi.",
        "There is no such unit, or it is not below the one that reports.",
        StatusCodes.Status404NotFound,
        "placeUnitId"
    );

    public static readonly Rejection NoSuchMoment = new(
        "reporting.no-such-moment",
        "Thời điểm của tình hình từ năm 2000 trở đi và không sau lúc gửi.",
        "The moment of the situation is in 2000 or later, and not after that of sending.",
        StatusCodes.Status400BadRequest,
        "situationAt"
    );
}
