using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace DanVan.Gateway.Reference;

/// <summary>
/// The OpenAPI document of the whole platform, kept current in the background. A service that is down keeps the part it last gave.
/// </summary>
sealed class ReferenceDocument(
    IProxyStateLookup proxy,
    IOptions<ReferenceOptions> options,
    TimeProvider clock,
    ILogger<ReferenceDocument> log
) : BackgroundService
{
    static readonly TimeSpan WhileIncomplete = TimeSpan.FromSeconds(1);
    readonly SortedDictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    /// <summary>The document and its entity tag; null until the first service has answered.</summary>
    public (byte[] Json, string Tag)? Current { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 8 << 20,
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = false;
            foreach (var cluster in proxy.GetClusters())
                changed |= await Refresh(cluster, client, stoppingToken);
            if (changed)
                Publish();
            var complete = parts.Count == proxy.GetClusters().Count();
            await Task.Delay(complete ? TimeSpan.FromSeconds(options.Value.RefreshSeconds) : WhileIncomplete, clock, stoppingToken);
        }
    }

    async Task<bool> Refresh(ClusterState cluster, HttpClient client, CancellationToken ct)
    {
        if (cluster.DestinationsState.AvailableDestinations is not [var destination, ..])
            return false;
        try
        {
            var part = await client.GetByteArrayAsync(new Uri(new Uri(destination.Model.Config.Address), "openapi.json"), ct);
            if (parts.TryGetValue(cluster.ClusterId, out var known) && known.AsSpan().SequenceEqual(part))
                return false;
            parts[cluster.ClusterId] = part;
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            log.LogDebug("The document of {Service} is not to be had now: {Reason}", cluster.ClusterId, e.Message);
            return false;
        }
    }

    void Publish()
    {
        var merger = new DocumentMerger(
            DocumentFrame.Create(options.Value.PublicUrl),
            $"{options.Value.PublicUrl?.TrimEnd('/')}/oauth/token"
        );
        foreach (var (service, part) in parts)
        {
            try
            {
                merger.Add(service, DocumentFrame.Parse(part), new RoutedPaths(proxy, service).Contains);
            }
            catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
            {
                log.LogWarning(e, "The document of {Service} is not an OpenAPI document and is left out", service);
            }
        }
        var json = DocumentFrame.Write(merger.Finish());
        Current = (json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json)[..8])}\"");
    }
}
