using DanVan.Chassis.Http;
using DanVan.Reporting.Requests;

namespace DanVan.Reporting.Periods;

/// <summary>The regimes and their periods through time.</summary>
public sealed class RegimeCatalogue
{
    static readonly TimeSpan LongestRequest = TimeSpan.FromDays(5 * 366);

    readonly ILookup<string, Regime> byCode;

    /// <summary>Holds these rows.</summary>
    public RegimeCatalogue(IReadOnlyList<Regime> regimes) => (All, byCode) = (regimes, regimes.ToLookup(regime => regime.Code));

    /// <summary>The rows shipped with the service.</summary>
    public static RegimeCatalogue Shipped() => new(DataFile.Read<List<Regime>>("regimes.json"));

    /// <summary>Every row.</summary>
    public IReadOnlyList<Regime> All { get; }

    /// <summary>The periods of a year under the rows in force when each ends.</summary>
    public IEnumerable<Period> Of(string code, int year) =>
        from regime in byCode[code]
        from window in regime.Windows
        let period = window.In(code, year)
        where regime.IsInForceOn(period.To)
        select period;

    /// <summary>The earlier period that one is held against; null where the regime has none.</summary>
    public Period? Find(Earlier which, Period period) =>
        Of(period.Regime, period.Year - 1)
            .Concat(Of(period.Regime, period.Year))
            .FirstOrDefault(one =>
                one.Kind == period.Kind
                && (
                    which is Earlier.LastYear ? one.Year == period.Year - 1 && one.Index == period.Index : one.To == period.From.AddDays(-1)
                )
            );

    /// <summary>The periods of a kind that make up a longer one, no day left out and none counted twice; none where they do not.</summary>
    public IReadOnlyList<Period> PartsOf(Period whole, PeriodKind kind)
    {
        var within = Of(whole.Regime, whole.Year - 1)
            .Concat(Of(whole.Regime, whole.Year))
            .Where(part => part.Kind == kind && kind != whole.Kind && whole.From <= part.From && part.To <= whole.To)
            .OrderBy(part => part.From)
            .ToList();
        var next = whole.From;
        foreach (var part in within)
        {
            if (part.From != next)
                return [];
            next = part.To.AddDays(1);
        }
        return next == whole.To.AddDays(1) ? within : [];
    }

    /// <summary>The periods of a kind in these years, oldest first; null with what is wrong when there is none.</summary>
    /// <param name="longest">So many at most: the oldest.</param>
    public IReadOnlyList<Period>? Between(int fromYear, int toYear, string code, PeriodKind kind, int longest, out Rejection? refused)
    {
        var periods = Enumerable
            .Range(fromYear, Math.Max(0, toYear - fromYear + 1))
            .SelectMany(year => Of(code, year))
            .Where(period => period.Kind == kind)
            .Take(longest)
            .ToList();
        refused =
            toYear < fromYear ? NoSuchYears
            : periods.Count == 0 ? NoSuchPeriod
            : null;
        return refused is null ? periods : null;
    }

    static readonly Rejection NoSuchYears = new(
        "reporting.no-such-period",
        "Năm cuối không được trước năm đầu.",
        "The last year is not before the first.",
        StatusCodes.Status400BadRequest,
        "toYear"
    );

    static readonly Rejection NoSuchPeriod = new(
        "reporting.no-such-period",
        "Chế độ báo cáo này không có kỳ nào như vậy trong các năm đó.",
        "The regime has no such period in these years.",
        StatusCodes.Status400BadRequest,
        "kind"
    );

    /// <summary>Finds the period that a request names; null with what is wrong about the request otherwise.</summary>
    public Period? Find(PeriodRequest request, out Rejection? refused)
    {
        if (byCode[request.Regime].FirstOrDefault() is not { } regime)
            return Refuse(out refused, "regime", $"Không có chế độ báo cáo {request.Regime}.", $"There is no regime {request.Regime}.");
        if (regime.FixedBy is WindowSource.Request)
            return Requested(request, out refused);
        if (request is { From: null, To: null })
            return Fixed(request, out refused);
        if (regime.FixedBy is WindowSource.Law)
            return Refuse(
                out refused,
                request.From is null ? "to" : "from",
                "Ngày của kỳ do văn bản quy định, không nhập khác được.",
                "The law fixes the days of this period; others cannot be given."
            );
        return Fixed(request, out refused) is { } usual && Requested(request, out refused) is { } local
            ? usual with
            {
                From = local.From,
                To = local.To,
            }
            : null;
    }

    /// <summary>Whether the law fixes the days of its periods, so that nobody may give any.</summary>
    public bool AreDaysFixed(string regime) => byCode[regime].All(row => row.FixedBy is WindowSource.Law);

    /// <summary>By when units send the report of a period, by their level; null: all that are not named. Empty where the law names no day.</summary>
    public IReadOnlyList<(string? Level, DateOnly Day)> SendingDays(Period period) =>
        [
            .. byCode[period.Regime]
                .First(regime => regime.IsInForceOn(period.To))
                .SendBy.Select(one => (one.Level, new DateOnly(period.To.Year, period.To.Month, one.Day))),
        ];

    Period? Fixed(PeriodRequest request, out Rejection? refused)
    {
        var index = request.Index ?? 1;
        var windows = byCode[request.Regime].SelectMany(regime => regime.Windows).Where(window => window.Kind == request.Kind).ToList();
        if (windows.Count == 0)
            return Refuse(out refused, "kind", "Chế độ báo cáo này không có loại kỳ đó.", "The regime has no periods of this kind.");
        if (windows.All(window => window.Index != index) || (request.Index is null && windows.Max(window => window.Index) > 1))
        {
            var last = windows.Max(window => window.Index);
            return Refuse(
                out refused,
                "index",
                $"Số thứ tự của kỳ phải từ 1 đến {last}.",
                $"The index of the period goes from 1 to {last}."
            );
        }
        refused = null;
        return Of(request.Regime, request.Year).FirstOrDefault(period => period.Kind == request.Kind && period.Index == index)
            ?? Refuse(
                out refused,
                "year",
                "Chế độ báo cáo này chưa có hiệu lực, hoặc đã hết hiệu lực, vào ngày cuối kỳ.",
                "The regime is not in force on the last day of that period."
            );
    }

    static Period? Requested(PeriodRequest request, out Rejection? refused)
    {
        refused = null;
        return request switch
        {
            { Kind: not PeriodKind.AdHoc, Regime: ReportRequest.Regime } => Refuse(
                out refused,
                "kind",
                "Báo cáo theo yêu cầu có loại kỳ AD_HOC.",
                "A report on request has the kind AD_HOC."
            ),
            { From: null } => Refuse(out refused, "from", "Cần ngày đầu kỳ.", "The first day is needed."),
            { To: null } => Refuse(out refused, "to", "Cần ngày cuối kỳ.", "The last day is needed."),
            { From: { } from, To: { } to } when to < from || to.DayNumber - from.DayNumber > LongestRequest.Days => Refuse(
                out refused,
                "to",
                "Ngày cuối kỳ không được trước ngày đầu kỳ, và kỳ không dài quá 5 năm.",
                "The last day is not before the first, and a period is no longer than 5 years."
            ),
            { From: { } from, To: { } to } => new Period(request.Regime, request.Kind, request.Year, request.Index ?? 1, from, to),
        };
    }

    static Period? Refuse(out Rejection? refused, string field, string vi, string en)
    {
        refused = new("reporting.no-such-period", vi, en, StatusCodes.Status400BadRequest, $"period.{field}");
        return null;
    }
}

/// <summary>The period somebody asks for.</summary>
/// <param name="Regime">Code of the regime.</param>
/// <param name="Kind">How long it is.</param>
/// <param name="Year">The year it is named after.</param>
/// <param name="Index">Which of its kind; may be left out where a year has one only. On request: from 1000 that of a request, which has the days with it.</param>
/// <param name="From">First day, where the law does not fix it.</param>
/// <param name="To">Last day, likewise.</param>
public sealed record PeriodRequest(
    [Text(32)] string Regime,
    PeriodKind Kind,
    [Whole(2000, 2100)] int Year,
    [Whole(1, ReportRequest.LastIndex)] int? Index = null,
    DateOnly? From = null,
    DateOnly? To = null
);
