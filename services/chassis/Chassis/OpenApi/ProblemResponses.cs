using System.Text.Json.Nodes;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>The problems that an operation may answer with, each described once in the document.</summary>
static class ProblemResponses
{
    const string SchemaName = "Problem";

    static readonly (int Status, string Name, string Description)[] All =
    [
        (400, "BadRequest", "Malformed, or a member or parameter is wrong; see errors."),
        (401, "Unauthenticated", "No token, or one that is not valid."),
        (403, "Forbidden", "The token lacks the scope."),
        (404, "NotFound", "No such resource, or not one that the caller may know of."),
        (409, "Conflict", "A rule says no; code says which."),
        (412, "StaleVersion", "The resource has changed since it was read."),
        (413, "TooLarge", "The body is too large."),
        (415, "UnsupportedMediaType", "The body is not of a kind that is taken here."),
        (422, "OtherRequest", "The Idempotency-Key was used for another request."),
        (428, "IfMatchRequired", "If-Match is missing."),
        (429, "TooManyRequests", "The quota is used up; see Retry-After."),
        (503, "Unavailable", "Not available for the moment; see Retry-After."),
    ];

    /// <summary>Describes the schema of problems and each answer that some operation refers to.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[SchemaName] = Schema();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        var used = document.Paths.Values.SelectMany(p => p.Operations ?? []).SelectMany(o => o.Value.Responses ?? []).Select(r => r.Value);
        var names = used.OfType<OpenApiResponseReference>().Select(r => r.Reference.Id).ToHashSet();
        foreach (var (status, name, description) in All.Where(a => names.Contains(a.Name)))
            document.Components.Responses[name] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(SchemaName, document) },
                },
                Headers = status is 429 or 503 ? RetryAfter() : null,
            };
    }

    /// <summary>Refers to the answers that apply to an operation.</summary>
    public static void AddTo(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        foreach (var (status, name, _) in All)
            if (Applies(status, context.Description.HttpMethod ?? "", context.Description.RelativePath ?? "", metadata))
                operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponseReference(
                    name,
                    context.Document
                );
    }

    static bool Applies(int status, string method, string path, IList<object> metadata)
    {
        var anonymous = metadata.OfType<IAllowAnonymous>().Any();
        var takesBody = metadata.OfType<IAcceptsMetadata>().Any();
        var conditional = metadata
            .OfType<System.Reflection.MethodInfo>()
            .Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(IfMatch)));
        return status switch
        {
            401 => !anonymous,
            403 => metadata.OfType<Auth.ScopeAttribute>().Any(),
            404 => path.Contains('{', StringComparison.Ordinal)
                || metadata.OfType<IProducesResponseTypeMetadata>().Any(p => p.StatusCode == 404),
            409 => method is not ("GET" or "HEAD"),
            412 => conditional,
            413 or 415 => takesBody,
            422 => method == "POST" && metadata.Any(one => one is ResourceMetadata or IdempotencyRule { Ignored: false }),
            428 => metadata.OfType<IfMatchRequired>().Any(),
            _ => true,
        };
    }

    static Dictionary<string, IOpenApiHeader> RetryAfter() =>
        new()
        {
            ["Retry-After"] = new OpenApiHeader
            {
                Description = "Seconds to wait.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
            },
        };

    static OpenApiSchema Schema() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "A problem (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "code", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; branch on it." },
                ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Quote it when reporting." },
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "What is wrong, by member or parameter.",
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
            Examples =
            [
                JsonNode.Parse(
                    """
                    { "type": "https://danvan.vn/problems/invalid-request", "title": "Yêu cầu không hợp lệ", "status": 400,
                      "detail": "Dữ liệu gửi lên chưa hợp lệ; xem từng trường trong errors.", "code": "invalid-request",
                      "traceId": "0af7651916cd43dd8448eb211c80319c", "errors": { "title": ["Bắt buộc phải có."] } }
                    """
                )!,
            ],
        };
}
