namespace DanVan.Cli.Local;

/// <summary>The keys under which services seal what they keep. They must outlive every restart: what was sealed under a lost key stays closed.</summary>
public static class SealingKeys
{
    /// <summary>The settings of that service; none for a service that seals nothing.</summary>
    public static IReadOnlyDictionary<string, string> Of(string service, Secrets secrets) =>
        service switch
        {
            "directory" => new Dictionary<string, string> { ["Tokens__EncryptionKey"] = secrets.Key("directory/tokens") },
            "petitions" => new Dictionary<string, string>
            {
                ["Vault__Key"] = secrets.Key("petitions/vault"),
                ["Vault__IndexKey"] = secrets.Key("petitions/index"),
            },
            "subscriptions" => new Dictionary<string, string>
            {
                ["Webhooks__Key"] = secrets.Key("subscriptions/webhooks"),
                // On a desk the receivers of webhooks are programs on the same desk.
                ["Webhooks__AllowedHosts"] = "127.0.0.1;localhost",
            },
            _ => new Dictionary<string, string>(),
        };
}
