using DanVan.Chassis.Http;

namespace DanVan.Directory.Import;

/// <summary>Why a row cannot be carried out.</summary>
internal static class RowRejections
{
    public static readonly Rejection Twice = new("imports.twice", "Mã này đã có ở một dòng trước.", "An earlier line has the same code.");

    public static Rejection Field(string name) => new("imports.field", $"Trường {name} không hợp lệ.", $"The field {name} is not valid.");

    public static Rejection Parent(string code) =>
        new(
            "imports.parent",
            $"Không có đơn vị cấp trên mang mã “{code}” vào ngày đó.",
            $"No unit bears the parent's code “{code}” on that day."
        );

    public static Rejection OtherName(string name) =>
        new(
            "imports.other-name",
            $"Mã này đang thuộc “{name}”. Đổi tên đơn vị đó, hoặc khai báo sáp nhập, trước khi nhập.",
            $"The code belongs to “{name}”. Rename that unit, or declare a merger, before importing."
        );

    public static Rejection OtherParent(DateOnly from) =>
        new(
            "imports.other-parent",
            $"Đơn vị đã được ghi từ ngày {from:dd/MM/yyyy} thuộc một đơn vị cấp trên khác với dòng này.",
            $"The unit is known from {from:yyyy-MM-dd} on, under another parent than the row tells."
        );

    public static Rejection ParentEnds(string name, DateOnly on) =>
        new(
            "imports.parent-ends",
            $"Đơn vị cấp trên “{name}” kết thúc ngày {on:dd/MM/yyyy} mà không rõ đơn vị nào kế tục; ghi đơn vị kế tục trước khi nhập.",
            $"The parent “{name}” ends on {on:yyyy-MM-dd} and nothing tells the one that succeeds it; record its successor first."
        );

    public static Rejection NoSuchUnit(string code, DateOnly on) =>
        new(
            "imports.no-such-unit",
            $"Không có đơn vị mang mã {code} vào ngày {on:dd/MM/yyyy}.",
            $"No unit bears code {code} on {on:yyyy-MM-dd}."
        );

    public static Rejection LosesItsParent(string name) =>
        new(
            "imports.loses-its-parent",
            $"“{name}” vẫn tồn tại nhưng đơn vị cấp trên của nó kết thúc; bổ sung dòng của nó vào tệp.",
            $"“{name}” lives on while its parent ends; add its row to the file."
        );

    public static Rejection DeclaredOtherwise(string code) =>
        new(
            "imports.declared-otherwise",
            $"Đơn vị này đã được khai báo nhập vào mã {code} cùng ngày.",
            $"This unit is already declared to go up in code {code} on that day."
        );

    public static readonly Rejection CarriedOut = new(
        "imports.carried-out",
        "Đơn vị này đã kết thúc vào ngày đó và không có đơn vị kế tục như dòng này nêu; ghi bằng POST /api/v1/units/{id}/successors.",
        "This unit has already ended on that day without the successor told here; record it by POST /api/v1/units/{id}/successors."
    );
}
