using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using DanVan.Chassis.OpenApi;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// JSON Schemas (2020-12) of the data of events, from the records of the contracts and their documentation. They are open: fields are only added, so that
/// who validates with an older schema still takes newer events. Only fields that every version had are required.
/// </summary>
public static class EventSchema
{
    public const string MediaType = "application/schema+json";

    static readonly JsonSerializerOptions written = new(EventJson.Options)
    {
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        // A field that was added has a default.
        RespectRequiredConstructorParameters = true,
    };

    static readonly JsonSchemaExporterOptions exported = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>Where the gateway serves the schema of a type.</summary>
    /// <param name="publicAddress">Where callers reach the gateway.</param>
    /// <param name="type">Name on the wire.</param>
    public static Uri Address(Uri publicAddress, string type) =>
        new($"{publicAddress.AbsoluteUri.TrimEnd('/')}/api/v1/event-types/{type}/schema");

    /// <summary>The schema of a contract.</summary>
    /// <param name="contract">The record.</param>
    /// <param name="publicAddress">Where callers reach the gateway; null: the schema does not say where it is from.</param>
    public static JsonObject Of(Type contract, Uri? publicAddress)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        var type = EventType.Of(contract).Name;
        if (publicAddress is not null)
            schema["$id"] = Address(publicAddress, type).AbsoluteUri;
        schema["title"] = type;
        foreach (var (keyword, value) in written.GetJsonSchemaAsNode(contract, exported).AsObject())
            schema[keyword] = value?.DeepClone();
        return schema;
    }

    static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var said = context.PropertyInfo?.AttributeProvider is PropertyInfo property
            ? DocComments.Of(property.DeclaringType!, property.Name)
            : DocComments.Of(context.TypeInfo.Type);
        if (said is not null && schema is JsonObject described)
            described.Insert(0, "description", said);
        return schema;
    }
}
