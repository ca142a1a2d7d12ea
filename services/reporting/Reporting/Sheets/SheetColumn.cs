namespace DanVan.Reporting.Sheets;

/// <summary>The columns of a sheet in the order in which they are written. They are read wherever they stand, by their titles.</summary>
enum SheetColumn
{
    Code,
    Name,

    /// <summary>What the events say; shown, not read.</summary>
    Derived,
    Value,
    State,
    Reason,
}

static class SheetColumns
{
    static readonly Dictionary<SheetColumn, string> Titles = new()
    {
        [SheetColumn.Code] = "Mã",
        [SheetColumn.Name] = "Chỉ tiêu",
        [SheetColumn.Derived] = "Tính từ sự kiện",
        [SheetColumn.Value] = "Giá trị báo cáo",
        [SheetColumn.State] = "Trạng thái",
        [SheetColumn.Reason] = "Lý do, ghi chú",
    };

    /// <summary>Those without which a sheet says nothing.</summary>
    public static readonly SheetColumn[] Needed = [SheetColumn.Code, SheetColumn.Value];

    public static string TitleOf(SheetColumn column) => Titles[column];

    /// <summary>The column that a title heads; none when it heads another of whoever filled the sheet.</summary>
    public static SheetColumn? Read(string title)
    {
        var said = StateWords.Plain(title);
        return Titles.Where(known => StateWords.Plain(known.Value) == said).Select(known => (SheetColumn?)known.Key).FirstOrDefault();
    }

    /// <summary>D for 4, AB for 28.</summary>
    public static string LettersOf(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : LettersOf((column - 1) / 26) + LettersOf((column - 1) % 26 + 1);

    /// <summary>4 for D12; none for what is no place in a sheet.</summary>
    public static int? NumberOf(string? place)
    {
        var letters = place?.TakeWhile(char.IsAsciiLetterUpper).ToList() ?? [];
        return letters.Count is 0 or > 3 ? null : letters.Aggregate(0, (number, letter) => number * 26 + letter - 'A' + 1);
    }
}
