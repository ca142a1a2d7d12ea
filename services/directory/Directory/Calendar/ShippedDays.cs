using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Directory.Import;

namespace DanVan.Directory.Calendar;

/// <summary>The days that the platform ships: 2019 to 2026, with the decisions where they are known.</summary>
internal static class ShippedDays
{
    private static readonly string[] columns = ["date", "type", "name", "decision", "enabled"];

    public static IReadOnlyList<DayDefinition> Read()
    {
        using var stream = typeof(ShippedDays).Assembly.GetManifestResourceStream("calendar-days.csv")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        var (rows, refused) = CsvTable.Read(file.ToArray(), columns);
        return refused is null ? [.. rows.Select(Day)] : throw new InvalidDataException($"calendar-days.csv: {refused.En}");
    }

    private static DayDefinition Day(CsvRow row) =>
        new(
            DateOnly.ParseExact(row.Fields[0], "yyyy-MM-dd"),
            EnumNames.Parse<DayType>(row.Fields[1]),
            row.Fields[2],
            row.Fields[3].Length > 0 ? row.Fields[3] : null,
            row.Fields[4] == "true"
        );
}
