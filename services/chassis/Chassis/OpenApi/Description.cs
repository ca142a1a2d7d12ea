using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>The OpenAPI 3.1 document of a service at <c>/openapi.json</c>.</summary>
static class Description
{
    public const string Bearer = "bearer";
    const string Version = "v1";

    public static void AddDescription(this IServiceCollection services, string service)
    {
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, MergedParameters>());
        services.AddOpenApi(
            Version,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = SchemaNames.Of;
                options.AddDocumentTransformer((document, _, _) => Introduce(document, service));
                options.AddOperationTransformer((operation, context, _) => OperationTransformer.Apply(operation, context));
                options.AddSchemaTransformer((schema, context, _) => SchemaTransformer.Apply(schema, context));
            }
        );
    }

    public static void MapDescription(this WebApplication app)
    {
        // Written once: it does not change while the process runs, and gateways ask for it again and again.
        var json = new Lazy<Task<byte[]>>(() => WriteOnce(app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Version)));
        app.MapGet("/openapi.json", async () => TypedResults.Bytes(await json.Value, "application/json"))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    static async Task<byte[]> WriteOnce(IOpenApiDocumentProvider provider)
    {
        var json = await Write(provider);
        // What it was made of is a hundred times its size; without this an idle service would hold it for hours.
        DocComments.Forget();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        return json;
    }

    static async Task<byte[]> Write(IOpenApiDocumentProvider provider)
    {
        using var json = new MemoryStream();
        await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return json.ToArray();
    }

    static Task Introduce(OpenApiDocument document, string service)
    {
        document.Info = new()
        {
            Title = $"DanVan Platform: {service}",
            Version = "1",
            Description =
                "Errors are problems (RFC 9457) with a stable code, in Vietnamese or English by Accept-Language. "
                + "Members and parameters that an operation does not know are refused.",
            License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description =
                "An access token of the platform's issuer or of another that the site trusts; each operation names the scope it needs.",
        };
        ProblemResponses.AddTo(document);
        OperationTransformer.NumberTwins(document);
        RequestSchemas.Close(document);
        return Task.CompletedTask;
    }
}
