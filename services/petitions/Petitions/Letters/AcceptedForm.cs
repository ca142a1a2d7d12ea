using DanVan.Documents.Docx;
using DanVan.Documents.Pdf;
using Microsoft.Net.Http.Headers;

namespace DanVan.Petitions.Letters;

/// <summary>The form of a letter that the caller accepts.</summary>
/// <param name="MediaType">One of <see cref="All"/>; none when Accept asks for none of them.</param>
sealed record AcceptedForm(string? MediaType)
{
    public const string Json = "application/json",
        Docx = DocxWriter.MediaType,
        Pdf = PdfWriter.MediaType;

    /// <summary>The first is what whoever accepts anything gets.</summary>
    public static readonly IReadOnlyList<string> All = [Json, Docx, Pdf];

    public static ValueTask<AcceptedForm?> BindAsync(HttpContext context) => ValueTask.FromResult<AcceptedForm?>(new(Of(context.Request)));

    /// <summary>That of highest quality in Accept.</summary>
    internal static string? Of(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0)
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(header, out var ranges))
            return null;
        return ranges
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => All.FirstOrDefault(form => new MediaTypeHeaderValue(form).IsSubsetOf(range)))
            .FirstOrDefault(form => form is not null);
    }
}
