using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DanVan.Chassis.OpenApi;

/// <summary>An example of a request's body or, with a status, of an answer's.</summary>
sealed record Example(object Value, int? Status = null);

/// <summary>Examples in the OpenAPI document. Each is a value of the real type, so it cannot drift from the code; and each works when sent.</summary>
public static class ExampleExtensions
{
    /// <summary>An example of the body of the request.</summary>
    public static TBuilder WithExample<TBuilder>(this TBuilder endpoint, object request)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Example(request));

    /// <summary>An example of the body of the answer with this status.</summary>
    public static TBuilder WithResponseExample<TBuilder>(this TBuilder endpoint, object response, int status = StatusCodes.Status200OK)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Example(response, status));
}
