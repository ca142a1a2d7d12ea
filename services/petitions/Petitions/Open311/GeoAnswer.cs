using System.Globalization;
using System.Text;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Open311;

/// <summary>Answers as GeoReport v2 wants them, in the format that the path names; refusals too.</summary>
static class GeoAnswer
{
    public const string Xml = "text/xml";
    public const string Json = "application/json";

    public static ContentHttpResult Write<T>(HttpResponse response, string format, string root, T answer, int status = 200)
    {
        response.Headers.ContentLanguage = Phrases.Language;
        response.Headers.Vary = "Accept-Language";
        return format == "json"
            ? TypedResults.Content(Spark.ToJson(answer), Json, Encoding.UTF8, status)
            : TypedResults.Content(Spark.ToXml(answer, root), Xml, Encoding.UTF8, status);
    }

    /// <summary>The errors of a request: 403 for a key, 404 for what is not there, 429 for a quota, 400 for the rest.</summary>
    public static ContentHttpResult Refuse(HttpResponse response, string format, params IReadOnlyList<ErrorView> errors)
    {
        response.Headers.CacheControl = "no-store";
        return Write(response, format, "errors", errors, errors[0].Code);
    }

    /// <summary>A rule of the platform said no; in GeoReport that is 400 whatever it is about.</summary>
    public static ErrorView Of(Rejection refused) => new(StatusCodes.Status400BadRequest, Phrases.Of(refused.Vi, refused.En));

    /// <summary>Only xml and json are written; another format is no resource.</summary>
    public static ContentHttpResult? RefuseFormat(HttpResponse response, string format) =>
        format is "xml" or "json"
            ? null
            : Refuse(
                response,
                "xml",
                new ErrorView(StatusCodes.Status404NotFound, Phrases.Of("Định dạng là xml hoặc json.", "The format is xml or json."))
            );

    public static ContentHttpResult Wait(HttpResponse response, string format, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Refuse(response, format, GeoError.TooMany);
    }

    public static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
