using DanVan.Chassis.Http;

namespace DanVan.Reporting.Sheets;

/// <summary>The lines of a sheet below its titles, with the columns where they were found.</summary>
/// <param name="Mark">Of which report it is.</param>
/// <param name="Columns">The letters of each column that is there.</param>
/// <param name="Rows">The lines that name a cell of the form, or try to.</param>
/// <param name="Formulas">The places of formulas: there may be none anywhere, since what they come to depends on where they are opened.</param>
/// <param name="WithoutCode">Lines that hold a value and name no cell: notes and totals of whoever filled it.</param>
sealed record SheetTable(
    SheetMark Mark,
    IReadOnlyDictionary<SheetColumn, string> Columns,
    IReadOnlyList<SheetRow> Rows,
    IReadOnlyList<(int Row, string Column)> Formulas,
    IReadOnlyList<int> WithoutCode
)
{
    // Above it stand the names of form, unit and period, and what people add.
    const int LastTitleRow = 60;

    /// <summary>The table of a grid that bears this mark, or why it is none.</summary>
    public static (SheetTable? Table, Rejection? Refused) Of(SheetGrid grid, SheetMark mark)
    {
        var titles = grid
            .Rows.TakeWhile(row => row.Row <= LastTitleRow)
            .Select(row => (row.Row, Found: Titles(row.Cells)))
            .FirstOrDefault(row => SheetColumns.Needed.All(column => row.Found.Any(found => found.Column == column)));
        if (titles.Found is not { } heads)
            return (null, RefusedSheet.Columns(twice: false));
        if (heads.DistinctBy(one => one.Column).Count() < heads.Count)
            return (null, RefusedSheet.Columns(twice: true));

        var places = heads.ToDictionary(one => one.Column, one => one.Place);
        var rows = grid.Rows.Where(row => row.Row > titles.Row).Select(row => RowOf(row.Row, row.Cells, places)).ToList();
        return (
            new(
                mark,
                places.ToDictionary(place => place.Key, place => SheetColumns.LettersOf(place.Value)),
                [.. rows.Where(row => !row.Code.IsEmpty)],
                [
                    .. from row in grid.Rows
                    from cell in row.Cells
                    where cell.Value.Kind is SheetKind.Formula
                    select (row.Row, SheetColumns.LettersOf(cell.Key)),
                ],
                [.. rows.Where(row => row.Code.IsEmpty && !row.SaysNothing).Select(row => row.Number)]
            ),
            null
        );
    }

    static List<(SheetColumn Column, int Place)> Titles(IReadOnlyDictionary<int, SheetCell> cells) =>
        [
            .. from cell in cells
            where cell.Value.Kind is SheetKind.Text
            let column = SheetColumns.Read(cell.Value.Text)
            where column is not null
            select (column.Value, cell.Key),
        ];

    static SheetRow RowOf(int number, IReadOnlyDictionary<int, SheetCell> cells, Dictionary<SheetColumn, int> places)
    {
        return new(number, In(SheetColumn.Code), In(SheetColumn.Value), In(SheetColumn.State), In(SheetColumn.Reason));

        SheetCell In(SheetColumn column) => places.TryGetValue(column, out var place) ? cells.GetValueOrDefault(place) : default;
    }
}

/// <summary>A line of a sheet.</summary>
sealed record SheetRow(int Number, SheetCell Code, SheetCell Value, SheetCell State, SheetCell Reason)
{
    /// <summary>Its cell keeps what it has.</summary>
    public bool SaysNothing => Value.IsEmpty && State.IsEmpty;
    public bool HasFormula => new[] { Code, Value, State, Reason }.Any(cell => cell.Kind is SheetKind.Formula);
}
