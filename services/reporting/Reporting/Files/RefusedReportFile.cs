using DanVan.Chassis.Http;

namespace DanVan.Reporting.Files;

/// <summary>Why a report takes no file, beside what is wrong with the file itself.</summary>
static class RefusedReportFile
{
    public static readonly Rejection NoFileCell = new(
        "reporting.cell-holds-no-file",
        "Ô này không chứa tệp; nhập giá trị tại /cells.",
        "This cell holds no file; enter its value at /cells.",
        StatusCodes.Status400BadRequest,
        "code"
    );

    public static Rejection TooMany(int most) =>
        new(
            "reporting.too-many-files",
            $"Một báo cáo có nhiều nhất {most} tệp, kể cả các tệp đã được thay.",
            $"A report has at most {most} files, those that were replaced among them."
        );
}
