namespace DanVan.Awards;

static class Scopes
{
    public const string Read = "awards.read";
    public const string Write = "awards.write";
    public const string Decide = "awards.decide";
}
