using System.ComponentModel.DataAnnotations;

namespace DanVan.Gateway.Edge;

/// <summary>What passes the door at all: section <c>Edge</c>.</summary>
sealed class EdgeOptions
{
    [MinLength(1)]
    public string[] Methods { get; init; } = [];

    /// <summary>The request headers that a service may see. Everything else a caller sends stays outside.</summary>
    [MinLength(1)]
    public string[] RequestHeaders { get; init; } = [];

    [Range(0, 3650)]
    public int HstsDays { get; init; } = 365;

    /// <summary>Addresses of load balancers in front, whose X-Forwarded-For and -Proto are believed; none unless named.</summary>
    public string[] TrustedProxies { get; init; } = [];
}
