namespace DanVan.Documents.Pdf;

/// <summary>A table with a frame; its head stands again on every page that it reaches.</summary>
sealed class PdfTable(Pages pages, LayoutMetrics layout)
{
    const double Padding = 4;

    readonly double size = layout.BodySize - 2;

    public void Draw(Table table)
    {
        var total = (double)table.Columns.Sum(column => column.Width);
        double[] widths = [.. table.Columns.Select(column => pages.Width * column.Width / total)];
        var head = Cells([.. table.Columns.Select(column => column.Title)], widths, bold: true);
        pages.Need(HeightOf(head) + pages.LineHeight(size));
        Row(head, widths, _ => Side.Centre);
        foreach (var texts in table.Rows)
        {
            var cells = Cells(texts, widths, bold: false);
            // A row goes whole to the next page when it fits there, and is cut only when it fits on none. A head that leaves no room for rows cuts nothing.
            if (pages.Y + HeightOf(cells) > pages.Bottom && HeightOf(head) + HeightOf(cells) <= pages.Height)
                Turn();
            while (pages.Y + HeightOf(cells) > pages.Bottom && HeightOf(head) < pages.Height / 2)
            {
                var fitting = (int)((pages.Bottom - pages.Y - 2 * Padding) / pages.LineHeight(size));
                if (fitting > 0)
                    Row([.. cells.Select(lines => lines.Take(fitting).ToList())], widths, SideOf);
                cells = [.. cells.Select(lines => lines.Skip(Math.Max(fitting, 0)).ToList())];
                Turn();
            }
            Row(cells, widths, SideOf);
        }
        pages.Y += layout.After * 2;

        void Turn()
        {
            pages.Turn();
            Row(head, widths, _ => Side.Centre);
        }

        Side SideOf(int column) => table.Columns[column].IsNumber ? Side.Right : Side.Left;
    }

    List<Line>[] Cells(IReadOnlyList<string> texts, double[] widths, bool bold) =>
        [.. texts.Select((text, i) => pages.Type.Break(pages.Type.Words(text, pages.Type.Font(size, bold)), widths[i] - 2 * Padding))];

    double HeightOf(List<Line>[] cells) => cells.Max(lines => lines.Count) * pages.LineHeight(size) + 2 * Padding;

    void Row(List<Line>[] cells, double[] widths, Func<int, Side> side)
    {
        var (x, height) = (pages.Left, HeightOf(cells));
        for (var i = 0; i < cells.Length; i++)
        {
            pages.Box(x, pages.Y, widths[i], height);
            for (var line = 0; line < cells[i].Count; line++)
                pages.Draw(
                    cells[i][line],
                    x + Padding,
                    pages.Y + Padding + line * pages.LineHeight(size),
                    widths[i] - 2 * Padding,
                    side(i)
                );
            x += widths[i];
        }
        pages.Y += height;
    }
}
