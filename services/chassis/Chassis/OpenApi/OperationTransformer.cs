using System.Reflection;
using System.Text.Json;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>Adds to an operation what its endpoint's metadata says: its name, who may call it, headers, problems and examples.</summary>
static class OperationTransformer
{
    public static Task Apply(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var handler = metadata.OfType<MethodInfo>().FirstOrDefault();
        operation.OperationId ??= NameOf(handler, context);
        if (handler is { Name: "Handle", DeclaringType: { } useCase })
            operation.Description ??= DocComments.Of(useCase);
        Secure(operation, metadata, context.Document!);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Name =
                parameter.In == ParameterLocation.Query ? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!) : parameter.Name;
        Headers.AddTo(operation, context.Description.HttpMethod ?? "", metadata);
        ProblemResponses.AddTo(operation, context);
        foreach (var example in metadata.OfType<Example>())
            Show(operation, example);
        return Task.CompletedTask;
    }

    /// <summary>Two addresses of one handler are two operations: the second and further get a number.</summary>
    public static void NumberTwins(OpenApiDocument document)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value);
        foreach (var twins in operations.GroupBy(o => o.OperationId))
        foreach (var (index, twin) in twins.Index().Skip(1))
            twin.OperationId += (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // A use case is a class, so its name names the operation: ReceivePetition.Handle is receivePetition.
    static string NameOf(MethodInfo? handler, OpenApiOperationTransformerContext context)
    {
        var generated = handler?.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) ?? true;
        var name =
            generated ? $"{context.Description.HttpMethod?.ToLowerInvariant()}-{context.Description.RelativePath}"
            : handler!.Name == "Handle" ? handler.DeclaringType!.Name
            : handler.DeclaringType!.Name + handler.Name;
        return JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')));
    }

    static void Secure(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new()];
            return;
        }
        var scopes = metadata.OfType<ScopeAttribute>().Select(s => s.Scope).ToList();
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Description.Bearer, document)] = scopes }];
        if (scopes.Count > 0)
            operation.Description = $"{operation.Description}\n\nScope: `{string.Join("`, `", scopes)}`.".TrimStart();
    }

    static void Show(OpenApiOperation operation, Example example)
    {
        var content = example.Status is { } status
            ? operation.Responses?.GetValueOrDefault(status.ToString(System.Globalization.CultureInfo.InvariantCulture))?.Content
            : operation.RequestBody?.Content;
        if (content?.Values.FirstOrDefault() is { } media)
            media.Example = JsonSerializer.SerializeToNode(example.Value, example.Value.GetType(), JsonRules.Options);
    }
}
