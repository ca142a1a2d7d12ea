using DanVan.Chassis.Http;
using DanVan.Chassis.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Open311;

/// <summary>Where the interface stands, in which formats, and how to get a key. Open311 Service Discovery.</summary>
static class Discover
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/discovery.{format}", Handle)
            .WithName("discoverOpen311")
            .Produces<DiscoveryView>(200, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: mô tả giao diện / Service discovery")
            .WithDescription("`format` is xml or json.");

    static ContentHttpResult Handle(
        string format,
        HttpRequest request,
        HttpResponse response,
        IOptions<Open311Options> options,
        IOptions<EventOptions> events
    )
    {
        if (GeoAnswer.RefuseFormat(response, format) is { } refused)
            return refused;
        var address = events.Value.PublicAddress ?? new Uri($"{request.Scheme}://{request.Host}");
        return GeoAnswer.Write(
            response,
            format,
            "discovery",
            new DiscoveryView(
                options.Value.Changeset,
                options.Value.Contact,
                Phrases.Of(
                    "Đơn vị đăng ký ứng dụng (OAuth 2.0); ứng dụng tự lấy api_key tại POST /api/v1/petitions/intake-keys.",
                    "A unit registers the application (OAuth 2.0), which asks for its api_key at POST /api/v1/petitions/intake-keys."
                ),
                [
                    new(
                        "http://wiki.open311.org/GeoReport_v2",
                        new Uri(address, "/open311/v2").ToString(),
                        options.Value.Changeset,
                        "production",
                        [GeoAnswer.Xml, GeoAnswer.Json]
                    ),
                ]
            )
        );
    }
}
