using System.Globalization;
using DanVan.Chassis;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Petitions.Open311;

/// <summary>What was reported and where it stands, for everybody. GeoReport v2, GET Service Requests, GET Service Request, and a request by its token.</summary>
static class ReadRequests
{
    static readonly TimeSpan LongestSpan = TimeSpan.FromDays(90);
    static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];
    const int Most = 1000;

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/requests.{format}", List)
            .WithName("listOpen311Requests")
            .Produces<IReadOnlyList<RequestView>>(200, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: các phản ánh / Service requests")
            .WithDescription(
                "Of the unit and all below it, the newest first: at most 90 days and 1000 requests. `service_request_id` overrides the other filters. Neither what "
                    + "the sender wrote nor a place is shown; `description` is what the unit has made public."
            );
        group
            .MapGet("/requests/{id}.{format}", One)
            .WithName("readOpen311Request")
            .Produces<IReadOnlyList<RequestView>>(200, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: một phản ánh / A service request");
        group
            .MapGet("/tokens/{token}.{format}", ByToken)
            .WithName("readOpen311Token")
            .Produces<IReadOnlyList<TokenView>>(200, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: mã phản ánh theo token / A service_request_id by its token")
            .WithDescription("Requests get their id at once (type realtime), so no token is ever given out; an id is its own token.");
    }

    static async Task<IResult> List(
        string format,
        [FromQuery(Name = "jurisdiction_id")] string? jurisdiction,
        [FromQuery(Name = "service_request_id")] string? ids,
        [FromQuery(Name = "service_code")] string? codes,
        [FromQuery(Name = "start_date")] string? start,
        [FromQuery(Name = "end_date")] string? end,
        [FromQuery] string? status,
        HttpResponse response,
        PublicRequests requests,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (Jurisdiction.Refuse(response, format, jurisdiction, tree, clock.Today(), out var unit) is { } refused)
            return refused;
        if (Listed(ids) is { Count: > 0 } named)
            return named.Count > Most
                ? GeoAnswer.Refuse(response, format, GeoError.TooManyIds)
                : GeoAnswer.Write(response, format, "service_requests", await requests.Of(unit, Ids(named), ct));

        PetitionField?[] fields = [.. Listed(codes).Select(Catalogue.Find)];
        if (Array.Exists(fields, field => field is null))
            return GeoAnswer.Refuse(response, format, GeoError.UnknownService);
        var states = Listed(status);
        if (states.Except(["open", "closed"]).Any())
            return GeoAnswer.Refuse(response, format, GeoError.UnknownStatus);
        if (Span(start, end, clock.GetUtcNow(), out var from, out var to) is { } span)
            return GeoAnswer.Refuse(response, format, span);
        var open = states.Distinct().Count() == 1 ? states[0] == "open" : (bool?)null;
        var found = await requests.Of(unit, from, to, [.. fields.OfType<PetitionField>()], open, Most, ct);
        return GeoAnswer.Write(response, format, "service_requests", found);
    }

    static async Task<IResult> One(
        string id,
        string format,
        [FromQuery(Name = "jurisdiction_id")] string? jurisdiction,
        HttpResponse response,
        PublicRequests requests,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (Jurisdiction.Refuse(response, format, jurisdiction, tree, clock.Today(), out var unit) is { } refused)
            return refused;
        var found = await requests.Of(unit, Ids([id]), ct);
        return found.Count > 0
            ? GeoAnswer.Write(response, format, "service_requests", found)
            : GeoAnswer.Refuse(response, format, GeoError.UnknownRequest);
    }

    static async Task<IResult> ByToken(
        string token,
        string format,
        [FromQuery(Name = "jurisdiction_id")] string? jurisdiction,
        HttpResponse response,
        PublicRequests requests,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (Jurisdiction.Refuse(response, format, jurisdiction, tree, clock.Today(), out var unit) is { } refused)
            return refused;
        return await requests.Of(unit, Ids([token]), ct) is [var found]
            ? GeoAnswer.Write<TokenView[]>(response, format, "service_requests", [new(found.ServiceRequestId, token)])
            : GeoAnswer.Refuse(response, format, GeoError.UnknownToken);
    }

    static List<string> Listed(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // What is no id names nothing that is here.
    static List<Guid> Ids(IEnumerable<string> ids) => [.. ids.Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)];

    /// <summary>The last 90 days; from one end on when only that is given.</summary>
    static ErrorView? Span(string? start, string? end, DateTimeOffset now, out DateTimeOffset from, out DateTimeOffset to)
    {
        (from, to) = (now - LongestSpan, now);
        DateTimeOffset? first = null,
            last = null;
        if (!TryRead(start, ref first) || !TryRead(end, ref last))
            return GeoError.NoMoment;
        (from, to) = (first, last) switch
        {
            ({ } one, { } other) => (one, other),
            ({ } one, null) => (one, one + LongestSpan),
            (null, { } other) => (other - LongestSpan, other),
            _ => (from, to),
        };
        return to < from || to - from > LongestSpan ? GeoError.TooLongASpan : null;
    }

    static bool TryRead(string? text, ref DateTimeOffset? moment)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        // In an address a plus is a space.
        var written = text.Trim().Replace(' ', '+');
        var hasZone = written.EndsWith('Z') || written.Length > 6 && written[^3] == ':' && written[^6] is '+' or '-';
        if (
            !hasZone
            || !DateTimeOffset.TryParseExact(written, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            || read.Year is < 1900 or > 9000
        )
            return false;
        moment = read.ToUniversalTime();
        return true;
    }
}
