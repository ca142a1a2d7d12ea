using DanVan.Chassis.Http;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>Why a step of a score is refused.</summary>
static class RefusedScore
{
    public static readonly Rejection NotItself = new(
        "reporting.own-unit-scores",
        "Đơn vị nào tự chấm điểm đơn vị ấy; đơn vị cấp trên thẩm định và quyết định.",
        "Only the unit itself scores itself; a unit above reviews and decides."
    );

    public static readonly Rejection NotAbove = new(
        "reporting.unit-above-decides",
        "Đơn vị cấp trên mới được thẩm định và quyết định điểm của đơn vị này.",
        "Only a unit above reviews and decides the score of this unit."
    );

    public static readonly Rejection IsReviewed = new(
        "reporting.score-is-reviewed",
        "Điểm đã được thẩm định hoặc quyết định; đơn vị không tự chấm lại được.",
        "The score has been reviewed or decided: the unit does not score itself anew."
    );

    public static readonly Rejection NotReviewed = new(
        "reporting.score-not-reviewed",
        "Đơn vị đã tự chấm điểm: phải thẩm định trước khi quyết định.",
        "The unit has scored itself: its points are reviewed before they are decided."
    );

    public static readonly Rejection NoScheme = new(
        "reporting.scheme-is-gone",
        "Hệ thống không còn bộ tiêu chí này cho năm đó.",
        "The scheme of this score is not known here any more for that year."
    );

    public static readonly Rejection OtherCriteria = new(
        "reporting.other-criteria",
        "Các đơn vị cùng cấp được chấm theo cùng một bộ tiêu chí; bộ gửi lên khác bộ đã có. Bỏ trường này để dùng bộ đã có.",
        "Units of a level are scored by the same criteria, and these are others. Leave the member out to take those that there are.",
        Field: "criteria"
    );

    public static readonly Rejection CriteriaFromAbove = new(
        "reporting.criteria-from-above",
        "Tiêu chí do đơn vị cấp trên đưa vào cùng bản chấm điểm đầu tiên của năm.",
        "The criteria are brought by a unit above, with the first assessment of the year.",
        Field: "criteria"
    );

    public static readonly Rejection NeedsReason = new(
        "reporting.new-decision-needs-reason",
        "Điểm đã có quyết định; quyết định lại phải nêu lý do.",
        "The score has been decided; to decide anew needs a reason.",
        StatusCodes.Status400BadRequest,
        "reason"
    );

    public static Rejection MayStillAssess(DateOnly until) =>
        new(
            "reporting.unit-may-still-score",
            $"Đơn vị còn được tự chấm điểm đến hết ngày {until:dd/MM/yyyy}.",
            $"The unit may still score itself until {until:yyyy-MM-dd}."
        );
}
