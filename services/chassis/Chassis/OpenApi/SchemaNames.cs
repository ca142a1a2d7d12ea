using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>Names of schemas: <c>ReceivePetition.Request</c> is <c>ReceivePetitionRequest</c>, a page of petitions is <c>PetitionViewPage</c>.</summary>
static class SchemaNames
{
    /// <summary>The name of a type; none for those that are described where they are used.</summary>
    public static string? Of(JsonTypeInfo info) =>
        info.Type == typeof(JsonElement) ? null
        : Http.InputShape.IsOwn(info.Type) && Nullable.GetUnderlyingType(info.Type) is null ? Own(info.Type)
        : OpenApiOptions.CreateDefaultSchemaReferenceId(info);

    static string Own(Type type)
    {
        var name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
        if (type.DeclaringType is { } outer && !name.StartsWith(outer.Name, StringComparison.Ordinal))
            name = outer.Name + name;
        return string.Concat(type.GetGenericArguments().Select(a => Http.InputShape.IsOwn(a) ? Own(a) : a.Name)) + name;
    }
}
