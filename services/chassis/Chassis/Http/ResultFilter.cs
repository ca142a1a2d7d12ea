using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Chassis.Http;

/// <summary>Puts on an answer what follows from its value: the ETag and 304 of a versioned view, the Link to the next page.</summary>
static class ResultFilter
{
    public static async ValueTask<object?> Apply(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IfMatchRequired>() is not null && http.Request.Headers.IfMatch.Count == 0)
            return TypedResults.Problem(StatusProblem.Details(StatusCodes.Status428PreconditionRequired));

        var result = await next(invocation);
        // Personal data: no cache on the way may keep it, the caller's own only to ask whether it is still right.
        if (http.Response.Headers.CacheControl.Count == 0)
            http.Response.Headers.CacheControl = "private, no-cache";
        switch (ValueOf(result))
        {
            case IVersionedView view:
                var tag = Versions.TagOf(view.Version);
                http.Response.Headers.ETag = tag;
                if (HttpMethods.IsGet(http.Request.Method) && Versions.AlreadyKnown(http.Request, tag))
                    return TypedResults.StatusCode(StatusCodes.Status304NotModified);
                break;
            case IPage { Next: { } cursor }:
                http.Response.Headers.Link = $"<{NextPage(http.Request, cursor)}>; rel=\"next\"";
                break;
        }
        return result;
    }

    static object? ValueOf(object? result) =>
        result switch
        {
            INestedHttpResult nested => ValueOf(nested.Result),
            IValueHttpResult holder => holder.Value,
            IResult => null,
            _ => result,
        };

    // Relative to the root, so that it is right behind the gateway whatever the public name is.
    static string NextPage(HttpRequest request, string cursor)
    {
        var query = new QueryBuilder(
            request
                .Query.Where(p => !p.Key.Equals("after", StringComparison.OrdinalIgnoreCase))
                .SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v ?? ""))
        )
        {
            { "after", cursor },
        };
        return request.PathBase.Add(request.Path).ToUriComponent() + query.ToQueryString().ToUriComponent();
    }
}
