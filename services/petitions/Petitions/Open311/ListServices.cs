using DanVan.Chassis;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Petitions.Open311;

/// <summary>What may be reported. GeoReport v2, GET Service List and GET Service Definition.</summary>
static class ListServices
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/services.{format}", List)
            .WithName("listOpen311Services")
            .Produces<IReadOnlyList<ServiceView>>(200, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: danh sách dịch vụ / Service list")
            .WithDescription(
                "`jurisdiction_id` is the code of the unit: `82`, or `QD20:H20.1` in another scheme than that of the administrative units."
            );
        group
            .MapGet("/services/{code}.{format}", Define)
            .WithName("defineOpen311Service")
            .Produces<DefinitionView>(200, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: định nghĩa dịch vụ / Service definition")
            .WithDescription("What a service asks for beside the fields of the standard.");
    }

    static ContentHttpResult List(
        string format,
        [FromQuery(Name = "jurisdiction_id")] string? jurisdiction,
        HttpResponse response,
        UnitTree tree,
        TimeProvider clock
    ) =>
        Jurisdiction.Refuse(response, format, jurisdiction, tree, clock.Today(), out _)
        ?? GeoAnswer.Write(response, format, "services", Catalogue.Services);

    static ContentHttpResult Define(
        string code,
        string format,
        [FromQuery(Name = "jurisdiction_id")] string? jurisdiction,
        HttpResponse response,
        UnitTree tree,
        TimeProvider clock
    )
    {
        if (Jurisdiction.Refuse(response, format, jurisdiction, tree, clock.Today(), out _) is { } refused)
            return refused;
        return Catalogue.Find(code) is { } field
            ? GeoAnswer.Write(response, format, "service_definition", Catalogue.DefinitionOf(field))
            : GeoAnswer.Refuse(response, format, GeoError.UnknownService);
    }
}
