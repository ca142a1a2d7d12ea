namespace DanVan.Subscriptions;

static class Scopes
{
    /// <summary>Reads the events of one's unit and its subtree.</summary>
    public const string ReadEvents = "events.read";

    /// <summary>Has events sent to an address; reading them is needed as well.</summary>
    public const string Manage = "subscriptions.manage";
}
