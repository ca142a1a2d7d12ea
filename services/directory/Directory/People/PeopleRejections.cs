using DanVan.Chassis.Http;

namespace DanVan.Directory.People;

/// <summary>What the rules of people and positions say when they say no.</summary>
internal static class PeopleRejections
{
    public static readonly Rejection PersonExists = new(
        "people.already-exists",
        "Đã có người với mã định danh (id) này.",
        "A person with this id exists.",
        Field: "id"
    );

    public static readonly Rejection StaffNumberTaken = new(
        "people.staff-number-taken",
        "Số hiệu này đã cấp cho người khác của cùng đơn vị.",
        "Another person of the same unit bears this staff number.",
        Field: "staffNumber"
    );

    public static readonly Rejection PositionExists = new(
        "positions.already-exists",
        "Đã có chức vụ với mã định danh (id) này.",
        "A position with this id exists.",
        Field: "id"
    );

    public static readonly Rejection EndsBeforeItBegins = new(
        "positions.ends-before-it-begins",
        "Ngày thôi giữ chức vụ phải sau ngày bắt đầu.",
        "The end must be later than the beginning.",
        400,
        "to"
    );

    public static Rejection UnitNotThere(DateOnly from, DateOnly? to) =>
        to is { } end
            ? new(
                "positions.unit-not-there",
                $"Đơn vị không tồn tại suốt thời gian từ {from:dd/MM/yyyy} đến {end:dd/MM/yyyy}.",
                $"The unit does not exist for the whole time from {from:yyyy-MM-dd} to {end:yyyy-MM-dd}.",
                Field: "from"
            )
            : new(
                "positions.unit-not-there",
                $"Đơn vị không tồn tại liên tục từ {from:dd/MM/yyyy} trở đi; nếu đơn vị đã kết thúc, nêu ngày thôi giữ chức vụ.",
                $"The unit does not exist without end from {from:yyyy-MM-dd} on; if it has ended, tell when the position ended.",
                Field: "from"
            );

    public static Rejection HeldAlready(Position same) =>
        new(
            "positions.held-already",
            $"Người này đã giữ chức danh đó ở đơn vị từ ngày {same.ValidFrom:dd/MM/yyyy} (chức vụ {same.Id}).",
            $"The person already holds this title in the unit since {same.ValidFrom:yyyy-MM-dd} (position {same.Id}).",
            Field: "title"
        );

    public static Rejection HasEnded(DateOnly ended) =>
        new(
            "positions.has-ended",
            $"Chức vụ đã thôi giữ từ ngày {ended:dd/MM/yyyy}; nếu ngày sai, hãy đính chính.",
            $"The position ended on {ended:yyyy-MM-dd}; if the day is wrong, correct it."
        );

    public static readonly Rejection IsAnnulled = new(
        "positions.is-annulled",
        "Chức vụ này đã bị hủy vì ghi nhầm; hãy ghi lại một chức vụ mới.",
        "The position was annulled as a mistake; enter a new one."
    );

    public static readonly Rejection NothingEnded = new(
        "positions.nothing-ended",
        "Chức vụ còn giữ thì không có căn cứ thôi giữ: nêu thêm ngày thôi giữ hoặc bỏ căn cứ.",
        "A position that goes on has no basis of its end: tell the day of the end as well, or leave it out.",
        400,
        "endingBasis"
    );
}
