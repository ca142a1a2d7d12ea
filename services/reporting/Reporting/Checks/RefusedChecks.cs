using DanVan.Chassis.Http;

namespace DanVan.Reporting.Checks;

static class RefusedChecks
{
    public static Rejection NoSuchCheck { get; } =
        new("reporting.no-such-check", "Biểu mẫu không có kiểm tra này.", "The form has no such check.", StatusCodes.Status404NotFound);

    public static Rejection NothingToExplain { get; } =
        new(
            "reporting.nothing-to-explain",
            "Chỉ giải trình khi số liệu không đạt kiểm tra.",
            "Only a check that does not hold is explained."
        );

    /// <summary>Why the report is not sent; null when nothing stands in the way.</summary>
    public static Rejection? Unexplained(IReadOnlyList<CheckView> checks)
    {
        var codes = string.Join(", ", checks.Where(check => check.Blocks).Select(check => check.Code));
        return codes is ""
            ? null
            : new(
                "reporting.checks-fail",
                $"Số liệu không đạt kiểm tra {codes}: hãy sửa hoặc giải trình từng kiểm tra.",
                $"The cells fail the checks {codes}: put them right, or explain each."
            );
    }
}
