using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace DanVan.Chassis.Http;

/// <summary>The parameters that an endpoint takes from its route and its query.</summary>
sealed record QueryShape(IReadOnlyList<QueryParameter> Route, IReadOnlyDictionary<string, QueryParameter> Query, bool TakesAnything)
{
    public static QueryShape Of(Endpoint endpoint)
    {
        var route =
            (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        var all = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>();
        var inRoute = new List<QueryParameter>();
        var inQuery = new Dictionary<string, QueryParameter>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in all)
        {
            if (!QueryParameter.IsSimple(parameter) || From<IFromHeaderMetadata>(parameter) || From<IFromServiceMetadata>(parameter))
                continue;
            if (From<IFromBodyMetadata>(parameter) || From<IFromFormMetadata>(parameter))
                continue;
            var known = QueryParameter.Of(parameter);
            if (route.Contains(known.Name))
                inRoute.Add(known);
            else
                inQuery[known.Name] = known;
        }
        var readsByItself = all.Any(p => p.ParameterInfo.ParameterType is var t && (t == typeof(HttpContext) || t == typeof(HttpRequest)));
        return new(inRoute, inQuery, readsByItself);
    }

    /// <summary>What to say of a parameter that is not taken.</summary>
    public string Unknown()
    {
        var names = string.Join(", ", Query.Values.Select(p => p.Name));
        return names.Length == 0
            ? Phrases.Of("Thao tác này không nhận tham số nào.", "This operation takes no parameters.")
            : Phrases.Of($"Không có tham số này. Các tham số được nhận: {names}.", $"There is no such parameter. Allowed: {names}.");
    }

    static bool From<T>(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttributes(inherit: false).OfType<T>().Any();
}
