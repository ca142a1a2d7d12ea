using System.ComponentModel;
using System.Text.Json;
using DanVan.Chassis.Http;
using DanVan.Chassis.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Subscriptions.Feed;

/// <summary>
/// The JSON Schema (2020-12) of the data of one type of event, for everybody: it is where <c>dataschema</c> of the events leads. Fields are only added
/// to a type, so that a schema that was kept still takes newer events.
/// </summary>
static class ReadEventSchema
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{type}/schema", Handle)
            .AllowAnonymous()
            .WithSummary("Lược đồ JSON của một loại sự kiện / JSON Schema of a type of event")
            .Produces<JsonElement>(StatusCodes.Status200OK, EventSchema.MediaType);

    static Results<FileContentHttpResult, NotFound> Handle(
        [Description("Loại sự kiện, ví dụ vn.danvan.petitions.petition-received.v1."), Text(200)] string type,
        EventSchemas schemas,
        HttpResponse response
    )
    {
        if (schemas.Find(type) is not { } schema)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=86400, immutable";
        return TypedResults.Bytes(schema.Text, EventSchema.MediaType, entityTag: schema.Tag);
    }
}
