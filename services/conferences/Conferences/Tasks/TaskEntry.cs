using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Tasks;

/// <summary>A task as sent with a conclusion.</summary>
/// <param name="Id">Identity, a UUIDv7; made here when absent.</param>
/// <param name="Content">What is to be done.</param>
/// <param name="LeadUnitId">The one unit in charge (chủ trì); absent when a class of units is addressed.</param>
/// <param name="AddresseeClass">The class addressed, as worded: "Ban Dân vận các quận, huyện, thị ủy".</param>
/// <param name="ProductExpected">What is to come out of it; absent when not stated.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="DuePeriod">Or the period it is due in, by its last day.</param>
/// <param name="Continuous">Or a standing task (thường xuyên). None of the three: no time was stated.</param>
public sealed record TaskEntry(
    Guid? Id,
    [Text(4000)] string Content,
    Guid? LeadUnitId,
    [Text(300)] string? AddresseeClass,
    [Text(500)] string? ProductExpected,
    DateOnly? DueOn,
    [Pattern(Period.Written)] string? DuePeriod,
    bool Continuous = false
)
{
    /// <summary>What is wrong with it; <paramref name="field"/> is where it stands in the request.</summary>
    public Rejection? Check(string field)
    {
        if (LeadUnitId is null == AddresseeClass is null)
            return new(
                "conferences.task-addressee",
                "Nhiệm vụ phải có đúng một nơi nhận: một đơn vị chủ trì hoặc một nhóm đơn vị.",
                "A task has exactly one addressee: a unit in charge or a class of units.",
                400,
                field
            );
        if ((DueOn is null ? 0 : 1) + (DuePeriod is null ? 0 : 1) + (Continuous ? 1 : 0) > 1)
            return new(
                "conferences.task-time",
                "Chỉ nêu một trong ba: ngày hết hạn, kỳ hết hạn, thường xuyên.",
                "State one of the three only: due date, due period, continuous.",
                400,
                field
            );
        return null;
    }
}
