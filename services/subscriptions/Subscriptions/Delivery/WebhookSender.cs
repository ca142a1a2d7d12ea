using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DanVan.Subscriptions.Webhooks;
using Microsoft.Extensions.Options;

namespace DanVan.Subscriptions.Delivery;

/// <summary>Sends one event to one receiver: signed, once, without following anybody elsewhere.</summary>
sealed class WebhookSender(GuardedConnection connection, SecretBox box, IOptions<WebhookOptions> options, TimeProvider clock) : IDisposable
{
    const int LongestAnswer = 64 * 1024;
    static readonly MediaTypeHeaderValue CloudEvent = new("application/cloudevents+json");

    readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            ConnectCallback = connection.Connect,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            // A receiver learns of the trace from the event; it is no part of ours.
            ActivityHeadersPropagator = null,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Answer> Send(DueSubscription to, Guid eventId, string cloudEvent, CancellationToken ct)
    {
        var body = Encoding.UTF8.GetBytes(cloudEvent);
        using var request = new HttpRequestMessage(HttpMethod.Post, to.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = CloudEvent;
        Sign(request, to, eventId.ToString(), clock.GetUtcNow().ToUnixTimeSeconds(), body);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Value.Timeout);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            await Drain(response, deadline.Token);
            return new((int)response.StatusCode, null, RetryAfter(response));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, "TIMEOUT");
        }
        catch (HttpRequestException e)
        {
            return new(null, Reason(e));
        }
        catch (IOException)
        {
            return new(null, "PROTOCOL");
        }
    }

    public void Dispose() => client.Dispose();

    void Sign(HttpRequestMessage request, DueSubscription to, string id, long timestamp, byte[] body)
    {
        var signature = SigningSecret.Sign(box.Open(to.Id, to.Secret), id, timestamp, body);
        if (to.PreviousSecret is { } previous)
            signature = $"{signature} {SigningSecret.Sign(box.Open(to.Id, previous), id, timestamp, body)}";
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", signature);
        request.Headers.UserAgent.Add(new("DanVan-Webhooks", "1"));
    }

    /// <summary>Reads a short answer to its end, so that the connection can be used again; a long one is cut off. None is kept.</summary>
    static async Task Drain(HttpResponseMessage response, CancellationToken ct)
    {
        await using var answer = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[4096];
        for (var total = 0; total < LongestAnswer; )
        {
            var read = await answer.ReadAsync(buffer, ct);
            if (read == 0)
                return;
            total += read;
        }
    }

    TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => null,
        };

    static string Reason(HttpRequestException failure) =>
        failure switch
        {
            { InnerException: AddressRefusedException } => "REFUSED_ADDRESS",
            { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS",
            { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => "CONNECTION",
            _ => "PROTOCOL",
        };
}
