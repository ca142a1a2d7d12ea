using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.Extensions.Options;
using static DanVan.Petitions.Publicity.PageFrame;

namespace DanVan.Petitions.Publicity;

/// <summary>What everybody may read of petitions, as two pages: the resolutions that units have published, and the figures of a quarter.</summary>
static class PublicPage
{
    const string Path = "/petitions/public";
    const string Figures = $"{Path}/statistics";
    const int LinesOnAPage = 20;

    public static void Map(WebApplication app)
    {
        var pages = app.MapGroup(Path).WithTags("public").AllowAnonymous();
        pages
            .MapGet("", List)
            .WithName("showPublicList")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithSummary("Trang kết quả giải quyết đã công bố / The page of published resolutions");
        pages
            .MapGet("/statistics", Statistics)
            .WithName("showPublicStatistics")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithSummary("Trang thống kê công khai / The page of public statistics");
    }

    static async Task<IResult> List(HttpRequest request, HttpResponse response, PublicList list, CancellationToken ct)
    {
        var asked = $"{request.Query["kind"]}";
        var kind = Enum.GetValues<PetitionKind>().Cast<PetitionKind?>().FirstOrDefault(k => EnumNames.Of(k!.Value) == asked);
        var after = $"{request.Query["after"]}" is { Length: > 0 and < 100 } cursor ? cursor : null;
        var unit = UnitOf(request);
        var page = await list.Read(new(kind, Unit: unit), new(LinesOnAPage, after), ct);
        var filters = $"{(kind is { } k ? $"&kind={EnumNames.Of(k)}" : "")}{(unit is { } u ? $"&unit={u}" : "")}";
        var options = Enum.GetValues<PetitionKind>()
            .Select(k => Option(EnumNames.Of(k), Receipts.PlainWords.Of(k), k == kind))
            .Prepend(Option("", Phrases.Of("Tất cả", "All"), kind is null));
        return Write(
            response,
            Phrases.Of("Kết quả giải quyết đơn thư đã công bố", "Published resolutions of petitions"),
            Path,
            $"""
            <form method="get" action="{Path}">
            <label for="kind">{Text(Phrases.Of("Loại đơn", "Kind"))}</label>
            <select id="kind" name="kind">{string.Concat(options)}</select>
            {(unit is { } kept ? $"<input type=\"hidden\" name=\"unit\" value=\"{kept}\">" : "")}
            <button type="submit">{Text(Phrases.Of("Lọc", "Filter"))}</button>
            </form>
            {(page.Items.Count == 0 ? $"<p>{Text(Phrases.Of("Chưa có nội dung nào được công bố.", "Nothing is published."))}</p>" : "")}
            <ol class="list">
            {string.Join('\n', page.Items.Select(Item))}
            </ol>
            {(
                page.Next is { } next
                    ? $"<p><a rel=\"next\" href=\"{Path}?after={next}{Text(filters)}\">{Text(Phrases.Of("Trang sau", "Next page"))}</a></p>"
                    : ""
            )}
            """
        );
    }

    static string Item(PublishedView line) =>
        $"""
            <li><article>
            <h2>{Text($"{line.KindText} – {line.UnitName}")}</h2>
            <p>{Text(line.Text).ReplaceLineEndings("<br>")}</p>
            <p class="hint">{Text(line.StateText)} {Text(
                Phrases.Of("Ngày giải quyết", "Resolved on")
            )} <time datetime="{line.ResolvedOn:yyyy-MM-dd}">{line.ResolvedOn:dd/MM/yyyy}</time></p>
            </article></li>
            """;

    static async Task<IResult> Statistics(
        HttpRequest request,
        HttpResponse response,
        PublicFigures figures,
        IOptions<PublicStatisticsOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var latest = clock.Today().AddDays(-options.Value.DaysAfter - 1).AddMonths(-3);
        var year = Number(request, "year", 2000, 2100) ?? latest.Year;
        var quarter = Number(request, "quarter", 1, 4) ?? (latest.Month + 2) / 3;
        var (view, refused) = await figures.Of(year, quarter, UnitOf(request), ct);
        var quarters = Enumerable.Range(1, 4).Select(q => Option($"{q}", $"{q}", q == quarter));
        return Write(
            response,
            Phrases.Of("Thống kê đơn thư theo quý", "Petitions by quarter"),
            Figures,
            $"""
            <form method="get" action="{Figures}">
            <label for="year">{Text(Phrases.Of("Năm", "Year"))}</label>
            <input id="year" name="year" type="number" min="2000" max="2100" value="{year}" required>
            <label for="quarter">{Text(Phrases.Of("Quý", "Quarter"))}</label>
            <select id="quarter" name="quarter">{string.Concat(quarters)}</select>
            {(UnitOf(request) is { } kept ? $"<input type=\"hidden\" name=\"unit\" value=\"{kept}\">" : "")}
            <button type="submit">{Text(Phrases.Of("Xem", "Show"))}</button>
            </form>
            {(view is null ? $"<p role=\"status\">{Text(Phrases.Of(refused!.Vi, refused.En))}</p>" : Tables(view))}
            """
        );
    }

    static string Tables(PublicStatisticsView view)
    {
        string[] heads =
        [
            Phrases.Of("Loại đơn", "Kind"),
            Phrases.Of("Tiếp nhận", "Received"),
            Phrases.Of("Đang giải quyết", "In handling"),
            Phrases.Of("Trả lời đúng hạn", "Answered in time"),
            Phrases.Of("Trả lời quá hạn", "Answered late"),
            Phrases.Of("Kết thúc khác", "Ended otherwise"),
        ];
        var note = Phrases.Of(
            $"Số liệu chốt ngày {view.TakenOn:dd/MM/yyyy}. “ẩn”: số dưới {view.Fewest}, hoặc số có thể dùng để suy ra số đó, không hiển thị để bảo vệ người gửi đơn; khác với 0.",
            $"Taken on {view.TakenOn:yyyy-MM-dd}. “hidden”: counts below {view.Fewest}, and those from which they could be worked out, are left out to protect petitioners; this is not zero."
        );
        return $"<p class=\"hint\">{Text(note)}</p>\n" + string.Join('\n', view.Rows.Select(row => Table(row, view, heads)));
    }

    static string Table(StatisticsRow row, PublicStatisticsView view, string[] heads)
    {
        var name = Text(row.UnitName ?? $"{row.UnitId}");
        var caption = row.Scope switch
        {
            RowScope.Total => Text(Phrases.Of($"{row.UnitName} và các đơn vị trực thuộc", $"{row.UnitName} and all below it")),
            RowScope.Own => Text(Phrases.Of($"Riêng {row.UnitName}", $"{row.UnitName} alone")),
            _ => $"<a href=\"{Figures}?year={view.Year}&amp;quarter={view.Quarter}&amp;unit={row.UnitId}\">{name}</a>",
        };
        var satisfied = row.Satisfaction is { } mean
            ? $"<p class=\"hint\">{Text(Phrases.Of($"Mức độ hài lòng trung bình: {mean:0.0} trên 5", $"Mean satisfaction: {mean:0.0} of 5"))}</p>"
            : "";
        return $"""
            <div class="scroll" tabindex="0" role="region" aria-label="{Text(row.UnitName ?? "")} {(int)row.Scope + 1}"><table>
            <caption>{caption}</caption>
            <thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{Text(head)}</th>"))}</tr></thead>
            <tbody>
            {string.Join('\n', row.Lines.Select(Line))}
            </tbody>
            </table></div>{satisfied}
            """;
    }

    static string Line(StatisticsLine line)
    {
        ShownCount[] counts = [line.Received, line.InHandling, line.AnsweredInTime, line.AnsweredLate, line.EndedOtherwise];
        var hidden = Text(Phrases.Of("ẩn", "hidden"));
        return $"<tr><th scope=\"row\">{Text(line.KindText)}</th>{string.Concat(counts.Select(c => $"<td>{(c.Suppressed ? hidden : $"{c.Count}")}</td>"))}</tr>";
    }

    static Guid? UnitOf(HttpRequest request) => Guid.TryParse(request.Query["unit"], out var unit) ? unit : null;

    static int? Number(HttpRequest request, string name, int least, int most) =>
        int.TryParse(request.Query[name], out var number) && number >= least && number <= most ? number : null;
}
