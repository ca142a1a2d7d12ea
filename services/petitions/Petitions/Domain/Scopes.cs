namespace DanVan.Petitions;

static class Scopes
{
    public const string Read = "petitions.read";
    public const string Write = "petitions.write";
    public const string Decide = "petitions.decide";
    public const string Identity = "petitions.identity";
    public const string Clearance = "petitions.clearance";
}
