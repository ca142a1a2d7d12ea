using DanVan.Chassis;
using DanVan.Chassis.Http;

namespace DanVan.Directory.Units;

/// <summary>What the rules of units say when they say no.</summary>
internal static class UnitRejections
{
    public static Rejection MalformedCode(UnitCode code, UnitLevel level) =>
        new(
            "units.malformed-code",
            $"Mã “{code.Value}” không đúng dạng của hệ mã {EnumNames.Of(code.Scheme)} ở cấp {EnumNames.Of(level)} (mã hành chính: tỉnh 2, huyện 3, xã 5 chữ số).",
            $"“{code.Value}” is no {EnumNames.Of(code.Scheme)} code of level {EnumNames.Of(level)} (administrative: province 2, district 3, commune 5 digits).",
            400,
            "code"
        );

    /// <summary>404, as for whatever the caller may not act on.</summary>
    public static Rejection OutOfReach(string field) =>
        new(
            "units.out-of-reach",
            "Không có đơn vị này trong phạm vi của người gọi.",
            "There is no such unit within the caller's reach.",
            404,
            field
        );

    public static Rejection BeforeItExists(Unit unit, DateOnly on) =>
        new(
            "units.before-it-exists",
            $"Đơn vị chỉ tồn tại từ ngày {unit.Begins:dd/MM/yyyy}, sau ngày {on:dd/MM/yyyy}.",
            $"The unit exists only since {unit.Begins:yyyy-MM-dd}, after {on:yyyy-MM-dd}.",
            Field: "on"
        );

    public static Rejection AlreadyEnded(Unit unit, DateOnly end) =>
        new(
            "units.already-ended",
            $"Đơn vị {unit.Last.FullName} đã kết thúc từ ngày {end:dd/MM/yyyy}.",
            $"The unit {unit.Last.FullName} ended on {end:yyyy-MM-dd}.",
            Field: "on"
        );

    public static Rejection LaterChange(Unit unit, DateOnly on) =>
        new(
            "units.later-change",
            $"Đơn vị đã có thay đổi từ ngày {unit.Last.ValidFrom:dd/MM/yyyy}; thay đổi mới phải có hiệu lực sau ngày đó (không phải {on:dd/MM/yyyy}).",
            $"The unit already changes on {unit.Last.ValidFrom:yyyy-MM-dd}; a new change must take effect after that (not {on:yyyy-MM-dd}).",
            Field: "on"
        );

    public static Rejection SucceedsLater(DateOnly from) =>
        new(
            "units.succeeds-later",
            $"Đơn vị đã được ghi là kế tục một đơn vị khác từ ngày {from:dd/MM/yyyy}, nên phải còn tồn tại vào ngày đó.",
            $"The unit is on record as succeeding another one on {from:yyyy-MM-dd}, so it exists on that day.",
            Field: "on"
        );

    public static Rejection NoSuchParent(DateOnly from, DateOnly? to) =>
        to is { } end
            ? new(
                "units.parent-not-there",
                $"Đơn vị cấp trên không tồn tại suốt thời gian từ {from:dd/MM/yyyy} đến {end:dd/MM/yyyy}.",
                $"The parent does not exist for the whole time from {from:yyyy-MM-dd} to {end:yyyy-MM-dd}.",
                Field: "parentId"
            )
            : new(
                "units.parent-not-there",
                $"Đơn vị cấp trên không tồn tại liên tục từ {from:dd/MM/yyyy} trở đi.",
                $"The parent does not exist without end from {from:yyyy-MM-dd} on.",
                Field: "parentId"
            );

    public static readonly Rejection Cycle = new(
        "units.cycle",
        "Đơn vị không thể thuộc chính nó hoặc thuộc một đơn vị cấp dưới của nó.",
        "A unit cannot belong to itself or to a unit below it.",
        Field: "parentId"
    );

    public static Rejection ParentLevel(UnitKind kind) =>
        new(
            "units.parent-level",
            $"Đơn vị hành chính loại {EnumNames.Of(kind)} phải thuộc một đơn vị hành chính cấp cao hơn.",
            $"An administrative unit of kind {EnumNames.Of(kind)} belongs to an administrative unit of a higher level.",
            Field: "parentId"
        );

    public static Rejection OtherLevel(UnitKind from, UnitKind to) =>
        new(
            "units.other-level",
            $"Không đổi loại từ {EnumNames.Of(from)} sang {EnumNames.Of(to)}: khác cấp, phải lập đơn vị mới.",
            $"No change of kind from {EnumNames.Of(from)} to {EnumNames.Of(to)}: another level is another unit.",
            Field: "kind"
        );

    public static Rejection SameKind(UnitKind kind) =>
        new(
            "units.same-kind",
            $"Đơn vị đã thuộc loại {EnumNames.Of(kind)}.",
            $"The unit is of kind {EnumNames.Of(kind)} already.",
            Field: "kind"
        );

    public static Rejection NoSuchUnit(Guid id) =>
        new("units.no-such-unit", $"Không có đơn vị {id}.", $"There is no unit {id}.", StatusCodes.Status404NotFound);

    public static readonly Rejection TwoCodesOfAScheme = new(
        "units.two-codes-of-a-scheme",
        "Mỗi hệ mã chỉ được một mã cho một đơn vị.",
        "A unit bears one code a scheme.",
        400,
        "codes"
    );

    public static readonly Rejection OnePart = new(
        "units.one-part",
        "Chia tách phải thành ít nhất hai đơn vị; một đơn vị thì đơn vị cũ phải còn tồn tại (livesOn).",
        "A split makes at least two units; with one, the unit itself must live on (livesOn).",
        400,
        "parts"
    );

    public static readonly Rejection Shares = new(
        "units.shares",
        "Tỷ trọng phải nêu cho mọi phần, lớn hơn 0, tổng bằng 1 (nhỏ hơn 1 khi đơn vị cũ còn tồn tại); hoặc không nêu cho phần nào.",
        "Shares are told for every part, above 0, and sum up to 1 (to less while the unit lives on); or for none.",
        400,
        "parts"
    );

    public static readonly Rejection GivenTwiceOrNotBelow = new(
        "units.given-twice-or-not-below",
        "Một đơn vị trực thuộc chỉ được giao cho một phần, và phải đang trực thuộc đơn vị bị chia vào ngày đó.",
        "A unit goes to one part only, and belongs to the unit that is split on that day.",
        Field: "parts"
    );

    public static Rejection NotGiven(int count) =>
        new(
            "units.not-given",
            $"Còn {count} đơn vị trực thuộc chưa được giao cho phần nào.",
            $"{count} units that belong to it are given to no part.",
            Field: "parts"
        );

    public static readonly Rejection OnlyOneRoot = new(
        "units.only-one-root",
        "Chỉ có một đơn vị gốc “Trung ương”; không tạo, đổi loại, chia tách, hợp nhất hay giải thể đơn vị này.",
        "There is one root unit; it is not created, changed in kind, split, merged or abolished."
    );

    public static Rejection CodeInUse(UnitCode code, CodeUse use) =>
        new(
            "units.code-in-use",
            $"Mã {code.Value} đang thuộc đơn vị {use.UnitId} từ ngày {use.From:dd/MM/yyyy}.",
            $"Code {code.Value} belongs to unit {use.UnitId} since {use.From:yyyy-MM-dd}.",
            Field: "code"
        );

    public static Rejection CodeClosed(UnitCode code, DateOnly closed) =>
        new(
            "units.code-closed",
            $"Mã {code.Value} đã đóng từ ngày {closed:dd/MM/yyyy} và không được cấp lại (QĐ 19/2025/QĐ-TTg, Điều 3).",
            $"Code {code.Value} was closed on {closed:yyyy-MM-dd} and is never issued again (QĐ 19/2025/QĐ-TTg, Điều 3).",
            Field: "code"
        );

    public static Rejection HasUnitsBelow(int count) =>
        new(
            "units.has-units-below",
            $"Còn {count} đơn vị trực thuộc vào ngày đó; chuyển hoặc giải thể các đơn vị ấy trước.",
            $"{count} units still belong to it on that day; move or abolish them first."
        );

    public static readonly Rejection AlreadyExists = new(
        "units.already-exists",
        "Đã có đơn vị với mã định danh (id) này.",
        "A unit with this id exists.",
        Field: "id"
    );

    public static readonly Rejection EndsBeforeItBegins = new(
        "units.ends-before-it-begins",
        "Ngày kết thúc phải sau ngày bắt đầu.",
        "The end must be later than the beginning.",
        400,
        "to"
    );

    public static readonly Rejection NotASuccessor = new(
        "units.not-a-successor",
        "Đơn vị kế tục phải bắt đầu đúng ngày đơn vị kia kết thúc, hoặc đang tồn tại vào ngày đó; một đơn vị không kế tục chính nó.",
        "A successor begins on the day the other ends, or exists on that day; no unit succeeds itself.",
        Field: "successorId"
    );

    public static readonly Rejection StillExists = new(
        "units.still-exists",
        "Đơn vị chưa kết thúc nên chưa có đơn vị kế tục.",
        "The unit has not ended, so nothing succeeds it yet."
    );
}
