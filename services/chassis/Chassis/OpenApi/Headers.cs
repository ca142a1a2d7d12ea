using System.Reflection;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>The headers that an operation takes and gives.</summary>
static class Headers
{
    public static void AddTo(OpenApiOperation operation, string method, IList<object> metadata)
    {
        var isOfResource = metadata.OfType<ResourceMetadata>().Any();
        var handler = metadata.OfType<MethodInfo>().FirstOrDefault();
        if (isOfResource && handler?.GetParameters().Any(p => p.ParameterType == typeof(IfMatch)) is true)
            Take(
                operation,
                "If-Match",
                "The ETag that was read; 412 when the resource has changed since.",
                metadata.OfType<IfMatchRequired>().Any()
            );
        var rule = metadata.OfType<IdempotencyRule>().LastOrDefault();
        if (method == "POST" && (isOfResource || rule is not null) && rule is not { Ignored: true })
            Take(
                operation,
                "Idempotency-Key",
                "Of the caller's choosing; the same key gives the first answer again for 24 hours.",
                rule is { Required: true },
                255
            );
        if (isOfResource)
            Give(operation, metadata);
    }

    static void Take(OpenApiOperation operation, string name, string description, bool required, int? maxLength = null)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Required = required,
                Schema = Text(maxLength),
            }
        );
    }

    static void Give(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var produced in metadata.OfType<IProducesResponseTypeMetadata>())
        {
            var status = produced.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (operation.Responses?.GetValueOrDefault(status) is not OpenApiResponse response)
                continue;
            if (produced.StatusCode is 201 or 202)
                Give(response, "Location", "The address of what was created.");
            if (produced.Type?.IsAssignableTo(typeof(IVersionedView)) is true)
                Give(response, "ETag", "The version, for If-Match and If-None-Match.");
            if (produced.Type?.IsAssignableTo(typeof(IPage)) is true)
                Give(response, "Link", "The address of the next page (rel=\"next\"), when there is one.");
        }
    }

    static void Give(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = Text(null) };
    }

    static OpenApiSchema Text(int? maxLength) => new() { Type = JsonSchemaType.String, MaxLength = maxLength };
}
