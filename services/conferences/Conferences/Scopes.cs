namespace DanVan.Conferences;

/// <summary>What a token must carry.</summary>
static class Scopes
{
    public const string Read = "conferences.read";
    public const string Write = "conferences.write";
}
