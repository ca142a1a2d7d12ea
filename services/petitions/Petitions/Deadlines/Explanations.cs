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
        var paused = string.Concat(
            d.Pauses.Select(p => $" Tạm đình chỉ từ ngày {Day(p.From)}, tiếp tục từ ngày {Day(p.To)}: {p.Days} ngày không tính.")
        );
        var end = d.SuspendedOn is { } since
            ? $"Đang tạm đình chỉ từ ngày {Day(since)}: thời gian còn lại tính tiếp khi có quyết định tiếp tục."
            : $"Hết hạn vào cuối ngày {Day(d.Due)}.";
        return $"{count}, không tính ngày {Day(d.Start)}.{paused}{rolled}{skipped} {end}";
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
        var paused = string.Concat(
            d.Pauses.Select(p => $" Suspended on {Day(p.From)}, resumed on {Day(p.To)}: {p.Days} days do not count.")
        );
        var end = d.SuspendedOn is { } since
            ? $"Suspended since {Day(since)}: what is left is counted on from the decision to resume."
            : $"Falls due at the end of {Day(d.Due)}.";
        return $"{count}, {Day(d.Start)} not counted.{paused}{rolled}{skipped} {end}";
    }

    internal static string Day(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
