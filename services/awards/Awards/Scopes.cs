namespace DanVan.Awards;

static class Scopes
{
    public const string Read = "awards.read";
    public const string Write = "awards.write";
    public const string Decide = "awards.decide";

    /// <summary>Asks whether something stands against rewarding somebody, and reads the answers.</summary>
    public const string Clearance = "awards.clearance";
}
