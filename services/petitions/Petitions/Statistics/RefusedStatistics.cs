using DanVan.Chassis.Http;

namespace DanVan.Petitions.Statistics;

static class RefusedStatistics
{
    public static readonly Rejection WindowEndsBeforeItBegins = new(
        "petitions.no-such-window",
        "Ngày cuối không được trước ngày đầu.",
        "The last day is not before the first.",
        400,
        "to"
    );

    public static Rejection HalfAWindow(string field) =>
        new("petitions.no-such-window", "Phải có cả ngày đầu và ngày cuối.", "Both the first day and the last are needed.", 400, field);

    public static Rejection TwoWindows(string field) =>
        new(
            "petitions.no-such-window",
            "Chỉ nêu kỳ thống kê hoặc từ ngày - đến ngày, không nêu cả hai.",
            "Either a named period or a first and last day, not both.",
            400,
            field
        );

    public static Rejection NoSuchPeriod(IEnumerable<string> codes, int year)
    {
        var known = string.Join(", ", codes);
        return new(
            "petitions.no-such-period",
            $"Năm {year} có các kỳ thống kê: {known}. Cửa sổ khác thì dùng from và to.",
            $"The periods of {year} are: {known}. For another window use from and to.",
            400,
            "period"
        );
    }

    public static Rejection NotCountedYet(long counted) =>
        new(
            "petitions.not-counted-yet",
            $"Nhật ký mới được thống kê đến số {counted}.",
            $"The journal is counted up to number {counted}.",
            Field: "asOf"
        );

    public static readonly Rejection NoSuchIndicator = new(
        "petitions.no-such-indicator",
        "Không có chỉ tiêu này về đơn; xem /api/v1/petitions/statistics.",
        "There is no such figure about petitions; see /api/v1/petitions/statistics.",
        404,
        "indicator"
    );
}
