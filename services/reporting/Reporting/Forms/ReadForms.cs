using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Forms;

/// <summary>The report forms, with what each line means and what computes it.</summary>
public static class ReadForms
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("", All)
            .RequireScope("reporting.read")
            .WithSummary("Every version of every report form")
            .WithDescription(
                "Biểu mẫu báo cáo: phần, chỉ tiêu, cách tổng hợp, công thức. A computed indicator names the events that it counts."
            );
        group
            .MapGet("/{code}/versions/{version:int}", Version)
            .RequireScope("reporting.read")
            .WithSummary("One version of a report form")
            .WithDescription("Một phiên bản của biểu mẫu; phiên bản đã phát hành không thay đổi. A shipped version never changes.");
    }

    static Ok<IReadOnlyList<Form>> All(FormCatalogue forms) => TypedResults.Ok(forms.All);

    static Results<Ok<Form>, NotFound> Version(string code, int version, FormCatalogue forms) =>
        forms.All.FirstOrDefault(form => form.Code == code && form.Version == version) is { } form
            ? TypedResults.Ok(form)
            : TypedResults.NotFound();
}
