using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Directory.Client;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>A subscriber's wish to be sent the events of a unit's subtree.</summary>
sealed class Subscription : ISubject, IUnitScoped
{
    public Guid Id { get; init; }
    public int Version { get; set; }
    public Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    public required string Url { get; set; }
    public required string[] Types { get; set; }
    public SubscriptionState State { get; private set; } = SubscriptionState.Active;
    public string? StoppedBecause { get; private set; }

    /// <summary>Sealed (see <see cref="SecretBox"/>), like the previous one, with which messages are signed as well until it ends.</summary>
    public required byte[] Secret { get; set; }
    public byte[]? PreviousSecret { get; private set; }
    public DateTimeOffset? PreviousSecretUntil { get; private set; }

    /// <summary>Position of the feed behind which the subscription begins.</summary>
    public long StartsAfter { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public void Replace(byte[] secret, DateTimeOffset now)
    {
        (PreviousSecret, PreviousSecretUntil) = (Secret, now + Overlap);
        Secret = secret;
    }

    public void Stop(string because) => (State, StoppedBecause) = (SubscriptionState.Stopped, because);

    public void Resume() => (State, StoppedBecause) = (SubscriptionState.Active, null);

    public SubscriptionView ToView() => new(Id, Version, UnitId, Url, Types, State, StoppedBecause, PreviousSecretUntil, CreatedAt);

    /// <summary>Time for a receiver to move over to a new secret.</summary>
    static readonly TimeSpan Overlap = TimeSpan.FromHours(24);
}

/// <summary>Whether events are sent.</summary>
enum SubscriptionState
{
    Active,
    Stopped,
}

sealed record SubscriptionView(
    Guid Id,
    int Version,
    [property: Description("Đơn vị: gửi sự kiện của đơn vị này và các đơn vị trực thuộc.")] Guid UnitId,
    string Url,
    [property: Description("Loại sự kiện, hoặc phần đầu của tên kèm *; rỗng: mọi loại.")] IReadOnlyList<string> Types,
    SubscriptionState State,
    [property: Description("GONE: bên nhận trả lời 410; UNREACHABLE: hết số lần gửi lại.")] string? StoppedBecause,
    [property: Description("Khóa ký trước còn được dùng kèm đến lúc này.")] DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset CreatedAt
) : DanVan.Chassis.Http.IVersionedView;
