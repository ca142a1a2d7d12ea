using DanVan.Chassis.Http;
using DanVan.Documents;
using DanVan.Documents.Docx;
using DanVan.Documents.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace DanVan.Petitions.Letters;

/// <summary>Letters in the form that the caller accepts: JSON, DOCX or PDF.</summary>
/// <param name="Fonts">The folder of the font for PDF; the usual ones of the distributions when none.</param>
sealed record LetterCopies(string? Fonts)
{
    /// <param name="document">The letter's document, filled.</param>
    public Results<Ok<LetterView>, FileContentHttpResult, NotFound, ProblemHttpResult> Answer(
        AcceptedForm form,
        Letter letter,
        OfficialDocument document
    )
    {
        switch (form.MediaType)
        {
            case AcceptedForm.Json:
                return TypedResults.Ok(LetterView.Of(letter, document));
            case AcceptedForm.Docx:
                return TypedResults.File(DocxWriter.Write(document), AcceptedForm.Docx, FileName(letter, "docx"));
            case AcceptedForm.Pdf when FontFolder.Find(Fonts) is null:
                return RefusedLetter.FontMissing.ToProblem();
            case AcceptedForm.Pdf:
                return TypedResults.File(PdfWriter.Write(document, Fonts), AcceptedForm.Pdf, FileName(letter, "pdf"));
            default:
                return RefusedLetter.NotAcceptable.ToProblem();
        }
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
                    foreach (var form in new[] { AcceptedForm.Docx, AcceptedForm.Pdf })
                        operation.Responses!["200"].Content![form] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        };
                    return Task.CompletedTask;
                }
            );
}
