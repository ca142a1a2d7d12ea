using DanVan.Chassis.Http;
using DanVan.Documents;
using DanVan.Documents.Docx;
using DanVan.Documents.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace DanVan.Petitions.Letters;

/// <summary>Letters in the form that the caller accepts: JSON, DOCX or PDF.</summary>
/// <param name="Fonts">The folder of the font for PDF; the usual ones of the distributions when none.</param>
sealed record LetterCopies(string? Fonts)
{
    const string Json = "application/json",
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Pdf = "application/pdf";

    // The first is what whoever accepts anything gets.
    static readonly string[] forms = [Json, Docx, Pdf];

    /// <param name="document">The letter's document, filled.</param>
    public Results<Ok<LetterView>, FileContentHttpResult, NotFound, ProblemHttpResult> Answer(
        HttpRequest request,
        Letter letter,
        OfficialDocument document
    )
    {
        switch (Accepted(request))
        {
            case Json:
                return TypedResults.Ok(LetterView.Of(letter, document));
            case Docx:
                return TypedResults.File(DocxWriter.Write(document), Docx, FileName(letter, "docx"));
            case Pdf when FontFolder.Find(Fonts) is null:
                return RefusedLetter.FontMissing.ToProblem();
            case Pdf:
                return TypedResults.File(PdfWriter.Write(document, Fonts), Pdf, FileName(letter, "pdf"));
            default:
                return RefusedLetter.NotAcceptable.ToProblem();
        }
    }

    /// <summary>The form of highest quality in Accept; none when it asks for none of them.</summary>
    internal static string? Accepted(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0)
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(header, out var ranges))
            return null;
        return ranges
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Array.Find(forms, form => new MediaTypeHeaderValue(form).IsSubsetOf(range)))
            .FirstOrDefault(form => form is not null);
    }

    // The number as it stands on the letter, and nothing of whom it is about.
    static string FileName(Letter letter, string ending) => $"{letter.Number.Replace('/', '-')}.{ending}";

    /// <summary>Says in the document of the API that the answer comes in three forms.</summary>
    public static void Describe(RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    foreach (var form in new[] { Docx, Pdf })
                        operation.Responses!["200"].Content![form] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        };
                    return Task.CompletedTask;
                }
            );
}
