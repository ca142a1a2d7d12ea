using System.ComponentModel.DataAnnotations;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>How events are sent to subscribers: section <c>Webhooks</c>.</summary>
sealed class WebhookOptions : IValidatableObject
{
    /// <summary>Key under which the signing secrets are sealed: 32 random bytes in base64. Secrets sealed under a lost key are lost.</summary>
    [Required(
        ErrorMessage = "The setting Webhooks:Key is missing: set Webhooks__Key to 32 random bytes in base64 (openssl rand -base64 32)."
    )]
    public string Key { get; init; } = "";

    /// <summary>Hosts that may be of a private network, plain HTTP or another port: names separated by semicolons; none unless named.</summary>
    public string AllowedHosts { get; init; } = "";

    /// <summary>Waits between the attempts for one event, before jitter. When they are used up, the subscription is stopped.</summary>
    public TimeSpan[] Retries { get; init; } = [];

    /// <summary>The waits as set; without a setting those of the Standard Webhooks specification, over three days.</summary>
    public IReadOnlyList<TimeSpan> Waits => Retries.Length > 0 ? Retries : Usual;

    /// <summary>The longest that one attempt may take, from the connection to the end of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Subscriptions served at once by one process.</summary>
    [Range(1, 10_000)]
    public int Concurrency { get; init; } = 256;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        Span<byte> key = stackalloc byte[33];
        if (!Convert.TryFromBase64String(Key, key, out var length) || length != 32)
            return [new("Webhooks:Key must be 32 bytes in base64 (openssl rand -base64 32).")];
        return [];
    }

    static readonly TimeSpan[] Usual =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];
}
