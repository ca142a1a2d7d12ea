using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DanVan.Chassis.Http;

/// <summary>How a service maps its resources.</summary>
public static class Resources
{
    /// <summary>
    /// A group whose endpoints follow the HTTP rules: strict input, validation by attributes, ETag and 304, Link of pages, Idempotency-Key on POST.
    /// Each endpoint still says who may call it (<c>RequireScope</c> or <c>AllowAnonymous</c>); one that does not stops the start.
    /// </summary>
    public static RouteGroupBuilder MapResource(this IEndpointRouteBuilder app, string prefix, string tag)
    {
        var group = app.MapGroup(prefix).WithTags(tag).WithMetadata(new ResourceMetadata());
        group.AddEndpointFilter(ResultFilter.Apply);
        group.AddEndpointFilterFactory(InputFilter.Create);
        return group;
    }

    /// <summary>If-Match must be sent: 428 without it. The handler takes <see cref="IfMatch"/> and asks it.</summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new IfMatchRequired());

    /// <summary>Idempotency-Key must be sent: 400 without it.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="sealAnswer">The answer is stored for repetition under the service's <see cref="IAnswerSeal"/>.</param>
    public static RouteHandlerBuilder RequireIdempotencyKey(this RouteHandlerBuilder endpoint, bool sealAnswer = false) =>
        endpoint.WithMetadata(new IdempotencyRule(Required: true, Sealed: sealAnswer));

    /// <summary>Idempotency-Key may be sent, as to every POST of a resource; what is wrong with it is told as a problem (RFC 9457).</summary>
    /// <param name="endpoint">The endpoint, which may be of no resource.</param>
    /// <param name="sealAnswer">The answer is stored for repetition under the service's <see cref="IAnswerSeal"/>.</param>
    public static RouteHandlerBuilder TakeIdempotencyKey(this RouteHandlerBuilder endpoint, bool sealAnswer = false) =>
        endpoint.WithMetadata(new IdempotencyRule(Sealed: sealAnswer));

    /// <summary>Idempotency-Key is not looked at, because repeating the call is harmless or its answer is never the same.</summary>
    public static RouteHandlerBuilder WithoutIdempotency(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new IdempotencyRule(Ignored: true));

    /// <summary>A body of up to so many bytes instead of the service's limit.</summary>
    public static RouteHandlerBuilder AllowBody(this RouteHandlerBuilder endpoint, long bytes) =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes));
}

/// <summary>Marks the endpoints of <see cref="Resources.MapResource"/>.</summary>
sealed class ResourceMetadata;

/// <summary>Marks endpoints that want If-Match.</summary>
sealed class IfMatchRequired;

/// <summary>What an endpoint wants of Idempotency-Key.</summary>
sealed record IdempotencyRule(bool Required = false, bool Ignored = false, bool Sealed = false);
