namespace DanVan.Chassis.Messaging;

/// <summary>Configuration section <c>Events</c>.</summary>
public sealed class EventOptions
{
    /// <summary>
    /// Where callers reach the gateway, as <c>https://danvan.example</c>: below it are the schemas that events refer to. Not set, they refer to none.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Whether the address can stand in an event: absolute, http or https.</summary>
    internal bool IsValid => PublicAddress is null || (PublicAddress.IsAbsoluteUri && PublicAddress.Scheme is "http" or "https");
}
