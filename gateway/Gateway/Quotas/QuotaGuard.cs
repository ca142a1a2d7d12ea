using System.Diagnostics;
using System.Globalization;
using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.RateLimiting;

namespace DanVan.Gateway.Quotas;

/// <summary>
/// Counts each request against its caller's quota and says so in <c>RateLimit</c> and <c>RateLimit-Policy</c>
/// (draft-ietf-httpapi-ratelimit-headers): what is left, and the seconds until all of it is back.
/// </summary>
sealed class QuotaGuard(RequestDelegate next, Allowances allowances)
{
    public Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
            return next(context);
        var caller = Caller.Of(context);
        var allowance = caller.IsAnonymous ? allowances.Of(context.Connection.RemoteIpAddress) : allowances.Of(caller);
        var grant = allowance.Take(Stopwatch.GetTimestamp());
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = allowance.Class.Policy;
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{allowance.Class.Name}\";r={grant.Remaining};t={grant.SecondsToFull}"
        );
        if (grant.Allowed)
            return next(context);
        headers.RetryAfter = grant.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }
}
