using DanVan.Awards.Law;

namespace DanVan.Awards;

/// <summary>The no's that several use cases share. Those of one rule stand with the rule.</summary>
static class Refused
{
    public static readonly Rejection UnknownMovement = new(
        "awards.unknown-movement",
        "Không có phong trào này, hoặc đơn vị không thuộc phạm vi của phong trào.",
        "There is no such movement, or the unit does not take part in it.",
        StatusCodes.Status404NotFound,
        "movementId"
    );

    public static readonly Rejection DecisionTwice = new(
        "awards.decision-already-exists",
        "Quyết định này (hình thức, số, ngày) đã được nhập.",
        "This decision (form, number, date) has been entered already.",
        Field: "number"
    );

    public static readonly Rejection RecipientTwice = new(
        "awards.recipient-already-exists",
        "Người nhận này đã được khen thưởng cho cùng thành tích.",
        "This recipient has been rewarded for the same achievement already.",
        Field: "recipients"
    );

    /// <summary>404, as for whatever the caller may not know of.</summary>
    public static Rejection UnknownUnit(string field) =>
        new(
            "awards.unknown-unit",
            "Không có đơn vị này trong phạm vi của người gọi vào ngày đó.",
            "There is no such unit within the caller's reach on that day.",
            StatusCodes.Status404NotFound,
            field
        );

    public static Rejection UnknownUnitAt(string field, DateOnly day) =>
        new(
            "awards.unknown-unit",
            $"Không có đơn vị này vào ngày {day:O}.",
            $"There is no such unit on {day:O}.",
            StatusCodes.Status400BadRequest,
            field
        );

    public static Rejection UnknownForm(AwardLaw law) => OneOf("form", law.Forms.Select(form => form.Code));

    public static Rejection UnknownType(AwardLaw law) => OneOf("type", law.CommendationTypes.Select(type => type.Code));

    static Rejection OneOf(string field, IEnumerable<string> codes) =>
        new(
            $"awards.unknown-{field}",
            $"Phải là một trong: {string.Join(", ", codes)}; xem /api/v1/awards/law.",
            $"Must be one of: {string.Join(", ", codes)}; see /api/v1/awards/law.",
            StatusCodes.Status400BadRequest,
            field
        );
}
