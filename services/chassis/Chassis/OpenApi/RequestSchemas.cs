using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>
/// Says of what is only ever sent that it takes no further members. What is answered may grow by members, and a client made from the document must bear that;
/// so a schema that stands on both sides stays open.
/// </summary>
static class RequestSchemas
{
    public static void Close(OpenApiDocument document)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value).ToList();
        var answered = Reached(operations.SelectMany(o => o.Responses ?? []).SelectMany(response => SchemasOf(response.Value.Content)));
        var sent = Reached(operations.SelectMany(o => SchemasOf(o.RequestBody?.Content)));
        foreach (var schema in sent.Except(answered))
            if (schema is { Properties: not null, AdditionalProperties: null })
                schema.AdditionalPropertiesAllowed = false;
    }

    static IEnumerable<IOpenApiSchema?> SchemasOf(IDictionary<string, OpenApiMediaType>? content) =>
        content?.Values.Select(media => media.Schema) ?? [];

    static HashSet<OpenApiSchema> Reached(IEnumerable<IOpenApiSchema?> from)
    {
        var reached = new HashSet<OpenApiSchema>(ReferenceEqualityComparer.Instance);
        var open = new Stack<IOpenApiSchema?>(from);
        while (open.TryPop(out var next))
        {
            var schema = next is OpenApiSchemaReference reference ? reference.RecursiveTarget : next as OpenApiSchema;
            if (schema is null || !reached.Add(schema))
                continue;
            IEnumerable<IOpenApiSchema?> parts =
            [
                .. schema.Properties?.Values ?? [],
                schema.Items,
                schema.AdditionalProperties,
                .. schema.OneOf ?? [],
                .. schema.AnyOf ?? [],
                .. schema.AllOf ?? [],
            ];
            foreach (var part in parts)
                open.Push(part);
        }
        return reached;
    }
}
