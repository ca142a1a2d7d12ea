using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DanVan.Chassis.Http;

/// <summary>Keeps an answer back until what it says is committed.</summary>
sealed class HeldAnswer : IDisposable
{
    const int LongestKept = 1024 * 1024;
    static readonly string[] KeptHeaders = ["Content-Type", "Content-Language", "Location", "ETag", "Link", "Cache-Control"];

    readonly HttpContext context;
    readonly IHttpResponseBodyFeature real;
    readonly MemoryStream body = new();

    HeldAnswer(HttpContext context, IHttpResponseBodyFeature real) => (this.context, this.real) = (context, real);

    public static HeldAnswer Begin(HttpContext context)
    {
        var held = new HeldAnswer(context, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held.body));
        return held;
    }

    /// <summary>
    /// The answer as it is to be stored. What must not be cached (a secret shown once) is stored sealed where the endpoint wants that; otherwise only that it was
    /// given.
    /// </summary>
    public StoredAnswer ToStore(byte[] fingerprint, Func<byte[], byte[]>? seal)
    {
        var response = context.Response;
        var headers = KeptHeaders
            .Where(name => response.Headers[name].Count > 0)
            .ToDictionary(name => name, name => response.Headers[name].ToString());
        var keep = body.Length <= LongestKept && (seal is not null || response.GetTypedHeaders().CacheControl is not { NoStore: true });
        if (!keep || seal is null)
            return new(fingerprint, response.StatusCode, headers, keep ? body.ToArray() : null);
        headers[StoredAnswer.SealedMark] = "";
        return new(fingerprint, response.StatusCode, headers, seal(body.ToArray()));
    }

    /// <summary>Lets the answer go out.</summary>
    public async Task Send()
    {
        context.Features.Set(real);
        if (body.Length == 0)
            return;
        context.Response.ContentLength = body.Length;
        await real.Writer.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    /// <summary>After an exception the real answer is free again for the problem.</summary>
    public void Dispose()
    {
        context.Features.Set(real);
        body.Dispose();
    }
}
