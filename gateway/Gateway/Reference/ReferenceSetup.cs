using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace DanVan.Gateway.Reference;

static class ReferenceSetup
{
    public static WebApplicationBuilder AddReference(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReferenceOptions>().BindConfiguration("Reference").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ReferenceDocument>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ReferenceDocument>());
        return builder;
    }

    /// <summary>The pages of /docs and their assets, all out of this process. Other requests do not pay for its pattern matching.</summary>
    public static void UseReferencePages(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/docs"),
            docs =>
                docs.UseSwaggerUI(page =>
                {
                    page.RoutePrefix = "docs";
                    page.DocumentTitle = "DanVan Platform API";
                    page.SwaggerEndpoint("/openapi.json", "DanVan Platform");
                    page.EnableDeepLinking();
                    // Some hundred operations: a reader sees the tags first, and finds one by a word of its path.
                    page.DocExpansion(DocExpansion.None);
                    page.EnableFilter();
                    page.DisplayOperationId();
                })
        );

    public static void MapReferenceDocument(this WebApplication app) =>
        app.MapGet("/openapi.json", Get).AllowAnonymous().ExcludeFromDescription();

    static Results<FileContentHttpResult, StatusCodeHttpResult> Get(ReferenceDocument document) =>
        document.Current is { } current
            ? TypedResults.Bytes(current.Json, "application/json", entityTag: new EntityTagHeaderValue(current.Tag))
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
