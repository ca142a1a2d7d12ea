using Yarp.ReverseProxy;

namespace DanVan.Gateway.Reference;

/// <summary>The paths that the gateway sends to one service, by its routes: what else the service serves is not public.</summary>
sealed class RoutedPaths(IProxyStateLookup proxy, string service)
{
    readonly List<string> prefixes =
    [
        .. from route in proxy.GetRoutes()
        where route.Config.ClusterId == service && route.Config.Match.Path is not null
        select route.Config.Match.Path!.Split("/{**")[0],
    ];

    public bool Contains(string path) =>
        prefixes.Exists(x => path.StartsWith(x, StringComparison.Ordinal) && (path.Length == x.Length || path[x.Length] == '/'));
}
