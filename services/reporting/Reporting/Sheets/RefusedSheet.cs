using DanVan.Chassis.Http;

namespace DanVan.Reporting.Sheets;

/// <summary>Why a workbook is not read at all. Nothing of it is kept.</summary>
static class RefusedSheet
{
    public static readonly Rejection NotAWorkbook = Of(
        "not-a-workbook",
        "Nội dung không phải tệp XLSX, hoặc tệp bị hỏng. Lưu lại dưới dạng «Excel Workbook (.xlsx)» rồi gửi lại.",
        "This is no XLSX workbook, or it is damaged. Save it as “Excel Workbook (.xlsx)” and send it again."
    );

    public static readonly Rejection Locked = Of(
        "sheet-locked",
        "Tệp đặt mật khẩu mở, hoặc là tệp .xls cũ. Bỏ mật khẩu, lưu dưới dạng .xlsx rồi gửi lại.",
        "The file asks for a password to be opened, or is an .xls of old. Take the password off, save it as .xlsx and send it again."
    );

    public static readonly Rejection Active = Of(
        "sheet-active",
        "Tệp có macro, mã lệnh hoặc tệp nhúng. Lưu dưới dạng «Excel Workbook (.xlsx)» không kèm macro rồi gửi lại.",
        "The file holds macros, programs or other files. Save it as “Excel Workbook (.xlsx)” without them and send it again."
    );

    public static readonly Rejection External = Of(
        "sheet-external",
        "Tệp liên kết tới tệp hoặc nguồn dữ liệu khác. Ngắt liên kết (Data > Edit Links > Break Link) rồi gửi lại.",
        "The file is linked to other files or sources of data. Break the links (Data > Edit Links > Break Link) and send it again."
    );

    public static readonly Rejection Unmarked = Of(
        "sheet-unmarked",
        "Tệp không phải biểu lấy từ báo cáo này: thiếu dòng ẩn nhận biết báo cáo. Lấy lại biểu ở …/sheet và điền vào đó.",
        "This is no sheet of a report: the hidden row that tells which report it is of is missing. Fetch the sheet anew and fill that."
    );

    public static readonly Rejection MarkedTwice = Of(
        "sheet-marked-twice",
        "Tệp có hai trang biểu của báo cáo. Giữ lại một trang rồi gửi lại.",
        "The file has two sheets of a report. Keep one of them and send it again."
    );

    public static Rejection Bomb(SheetOptions limits) =>
        Of(
            "sheet-unpacks-too-far",
            $"Nội dung nén trong tệp quá lớn: nhiều nhất {limits.Entries} tệp con, {limits.Unpacked} byte khi bung ra.",
            $"What is packed in the file is too large: at most {limits.Entries} files, {limits.Unpacked} bytes unpacked."
        );

    public static Rejection TooManyCells(SheetOptions limits) =>
        Of(
            "sheet-too-large",
            $"Tệp có quá {limits.Cells} ô. Xóa các dòng, cột không thuộc biểu rồi gửi lại.",
            $"The file has more than {limits.Cells} cells. Delete rows and columns that are not part of the form and send it again."
        );

    public static Rejection OfAnother(SheetMark mark, SheetMark own) =>
        Of(
            "sheet-of-another-report",
            $"Biểu này thuộc báo cáo {mark.ReportId} (biểu mẫu {mark.Form}, phiên bản {mark.FormVersion}); ở đây là báo cáo {own.ReportId} (biểu mẫu {own.Form}, phiên bản {own.FormVersion}).",
            $"This sheet is of the report {mark.ReportId} (form {mark.Form}, version {mark.FormVersion}); here it is {own.ReportId} (form {own.Form}, version {own.FormVersion})."
        );

    public static Rejection Columns(bool twice)
    {
        var titles = string.Join(", ", SheetColumns.Needed.Select(column => $"«{SheetColumns.TitleOf(column)}»"));
        return twice
            ? Of(
                "sheet-columns-twice",
                "Một tiêu đề cột đứng hai lần trong dòng tiêu đề.",
                "A title of a column stands twice in the row of titles."
            )
            : Of(
                "sheet-columns-missing",
                $"Không thấy dòng tiêu đề có các cột {titles}.",
                $"There is no row of titles with the columns {titles}."
            );
    }

    static Rejection Of(string code, string vi, string en) => new($"reporting.{code}", vi, en, StatusCodes.Status400BadRequest, "$");
}
