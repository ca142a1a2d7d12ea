using System.Globalization;

namespace DanVan.Petitions.Deadlines;

/// <summary>How a day was counted, as one would tell it to the person who waits for it.</summary>
static class Explanations
{
    public static string Vi(Deadline d)
    {
        var count = $"{d.Article}: {d.Count} {(d.Unit is LimitUnit.W ? "ngày làm việc" : "ngày")}";
        if (d.Due < d.Start)
            return $"{count} trước ngày {Day(d.Start)}, chậm nhất là ngày {Day(d.Due)}.";
        var rolled =
            d.Statutory == d.Due
                ? ""
                : $" Ngày cuối {Day(d.Statutory)} là ngày nghỉ nên kết thúc vào ngày làm việc tiếp theo (Bộ luật Dân sự 2015 Đ148.5).";
        var skipped = d.Skipped.Count == 0 ? "" : $" Ngày nghỉ: {string.Join(", ", d.Skipped.Select(s => $"{Day(s.Date)} ({s.Vi})"))}.";
        return $"{count}, không tính ngày {Day(d.Start)}.{rolled}{skipped} Hết hạn vào cuối ngày {Day(d.Due)}.";
    }

    public static string En(Deadline d)
    {
        var count = $"{d.Article}: {d.Count} {(d.Unit is LimitUnit.W ? "working days" : "days")}";
        if (d.Due < d.Start)
            return $"{count} before {Day(d.Start)}, by {Day(d.Due)} at the latest.";
        var rolled =
            d.Statutory == d.Due
                ? ""
                : $" The last day {Day(d.Statutory)} is off, so it ends with the next working day (Bộ luật Dân sự 2015 Đ148.5).";
        var skipped = d.Skipped.Count == 0 ? "" : $" Days off: {string.Join(", ", d.Skipped.Select(s => $"{Day(s.Date)} ({s.En})"))}.";
        return $"{count}, {Day(d.Start)} not counted.{rolled}{skipped} Falls due at the end of {Day(d.Due)}.";
    }

    static string Day(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
