using System.ComponentModel.DataAnnotations;

namespace DanVan.Gateway.Quotas;

/// <summary>Who may send how much: section <c>Quotas</c>.</summary>
sealed class QuotaOptions : IValidatableObject
{
    /// <summary>The classes by name: so many requests in so many seconds, all of them at once if the client likes.</summary>
    public Dictionary<string, QuotaLimit> Classes { get; init; } = [];

    /// <summary>The class of a client that is given none, and of callers without a valid token (counted by address).</summary>
    public string Standard { get; init; } = "standard";

    public string Anonymous { get; init; } = "anonymous";

    /// <summary>Class by client id. It goes before the class that the client's token names (claim <c>quota</c>).</summary>
    public Dictionary<string, string> Clients { get; init; } = [];

    /// <summary>Gateways that share the load. Each grants its part, so that together they grant the class.</summary>
    [Range(1, 1000)]
    public int Replicas { get; init; } = 1;

    /// <summary>Clients remembered at once; beyond it, newcomers share one allowance.</summary>
    [Range(1, 10_000_000)]
    public int MaxRemembered { get; init; } = 100_000;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var name in Clients.Values.Append(Standard).Append(Anonymous).Distinct())
            if (!Classes.ContainsKey(name))
                yield return new($"Quotas:Classes:{name} is used and not defined.");
        foreach (var (name, limit) in Classes)
            if (limit.Requests < Replicas || limit.Seconds is < 1 or > 86_400)
                yield return new($"Quotas:Classes:{name} needs Requests ≥ Quotas:Replicas and Seconds from 1 to 86400.");
    }
}

sealed record QuotaLimit
{
    public int Requests { get; init; }
    public int Seconds { get; init; }
}
