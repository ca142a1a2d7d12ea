using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DanVan.Chassis.Http;

/// <summary>
/// Reads queries and routes as strictly as bodies, before the handler is bound: unknown or repeated parameters, wrong types and text that is no
/// text are refused by name; text arrives in normal form C and enums may be written as they travel in JSON.
/// </summary>
static class QueryRules
{
    static readonly ConditionalWeakTable<Endpoint, QueryShape> Shapes = [];

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ResourceMetadata>() is null)
            return next(context);
        var shape = Shapes.GetValue(endpoint, QueryShape.Of);
        var errors = new Dictionary<string, string[]>();
        CheckRoute(context, shape, errors);
        CheckQuery(context, shape, errors);
        return errors.Count == 0 ? next(context) : Problems.Write(context, Problems.InvalidDetails(errors));
    }

    static void CheckRoute(HttpContext context, QueryShape shape, Dictionary<string, string[]> errors)
    {
        foreach (var parameter in shape.Route)
            if (context.Request.RouteValues.TryGetValue(parameter.Name, out var value) && value is string text)
            {
                if (parameter.Read(text, out var read) is { } wrong)
                    errors[parameter.Name] = [wrong];
                else if (!ReferenceEquals(read, text))
                    context.Request.RouteValues[parameter.Name] = read;
            }
    }

    static void CheckQuery(HttpContext context, QueryShape shape, Dictionary<string, string[]> errors)
    {
        var query = context.Request.Query;
        Dictionary<string, StringValues>? rewritten = null;
        foreach (var (name, values) in query)
        {
            if (shape.Query.GetValueOrDefault(name) is not { } parameter)
            {
                if (!shape.TakesAnything)
                    errors[name] = [shape.Unknown()];
                continue;
            }
            if (Read(parameter, values, out var read) is { } wrong)
                errors[parameter.Name] = [wrong];
            else if (read != values)
                (rewritten ??= query.ToDictionary(StringComparer.OrdinalIgnoreCase))[name] = read;
        }
        foreach (var parameter in shape.Query.Values)
            if (!parameter.IsOptional && !query.ContainsKey(parameter.Name))
                errors[parameter.Name] = [Phrases.Of("Bắt buộc phải có.", "Required.")];
        if (rewritten is not null)
            context.Request.Query = new QueryCollection(rewritten);
    }

    static string? Read(QueryParameter parameter, StringValues values, out StringValues read)
    {
        read = values;
        if (values.Count > 1 && !parameter.TakesMany)
            return Phrases.Of("Chỉ ghi một lần.", "Give it once.");
        var texts = new string[values.Count];
        for (var i = 0; i < texts.Length; i++)
            if (parameter.Read(values[i] ?? "", out texts[i]) is { } wrong)
                return wrong;
        read = texts;
        return null;
    }
}
