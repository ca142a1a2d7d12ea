using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DanVan.Gateway.Edge;

/// <summary>The headers of every answer, whether a service gave it or the gateway itself.</summary>
sealed class AnswerHeaders(RequestDelegate next, IOptions<EdgeOptions> options)
{
    static readonly StringValues NoSniff = "nosniff";

    // What a page of ours loads comes from here, so that the reference works without any other site and nothing foreign runs in it.
    static readonly StringValues PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    readonly StringValues strictTransport = $"max-age={options.Value.HstsDays * 86_400}; includeSubDomains";

    public Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(static state => ((Starting)state).Complete(), new Starting(context, this));
        return next(context);
    }

    sealed record Starting(HttpContext Context, AnswerHeaders Rules)
    {
        public Task Complete()
        {
            var headers = Context.Response.Headers;
            headers.XContentTypeOptions = NoSniff;
            headers.Remove("Server");
            if (Context.Request.IsHttps)
                headers.StrictTransportSecurity = Rules.strictTransport;
            if (Context.Response.ContentType is { } type && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
            {
                // A page of a service may know better what it needs: that of signing in names the one place where its form may lead.
                if (headers.ContentSecurityPolicy.Count == 0)
                    headers.ContentSecurityPolicy = PagePolicy;
                headers["Referrer-Policy"] = "no-referrer";
            }
            return Task.CompletedTask;
        }
    }
}
