namespace DanVan.Cli.Local;

/// <summary>Everything one process of the platform is told from outside, as the environment variables it reads.</summary>
public sealed record ServiceSettings(string Service, int Port)
{
    public const string Audience = "danvan";

    /// <summary>Npgsql connection string; not for the gateway, which keeps nothing.</summary>
    public string? Database { get; init; }

    /// <summary>amqp URI with the service's own user; not for the gateway.</summary>
    public string? Broker { get; init; }

    /// <summary>Folder for uploaded files.</summary>
    public string? BlobsFolder { get; init; }

    /// <summary>Where callers reach the gateway; events refer to schemas below it.</summary>
    public Uri? PublicAddress { get; init; }

    public IReadOnlyList<TokenIssuer> Issuers { get; init; } = [];

    /// <summary>Whatever else one service alone needs.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public Dictionary<string, string> ToEnvironment()
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Auth__Audience"] = Audience,
            // Seven processes share a desk: small heaps.
            ["DOTNET_gcServer"] = "0",
        };
        // The gateway is on the path of every request, and keeps next to nothing that a compacted heap would save.
        if (Service != Services.Gateway)
            environment["DOTNET_GCConserveMemory"] = "5";
        if (Database is not null)
            environment["ConnectionStrings__Database"] = Database;
        if (Broker is not null)
            environment["RabbitMq__Uri"] = Broker;
        if (BlobsFolder is not null)
            environment["Blobs__Path"] = BlobsFolder;
        if (PublicAddress is not null)
            environment["Events__PublicAddress"] = PublicAddress.ToString();
        foreach (var (place, issuer) in Issuers.Index())
        {
            environment[$"Auth__Issuers__{place}__Issuer"] = issuer.Issuer;
            environment[$"Auth__Issuers__{place}__{issuer.KeysSetting}"] = issuer.Keys;
        }
        foreach (var (key, value) in More)
            environment[key] = value;
        return environment;
    }
}

/// <summary>Whose tokens are believed, and where its keys are.</summary>
public sealed record TokenIssuer(string Issuer, string KeysSetting, string Keys)
{
    public static TokenIssuer Discovered(string issuer, Uri address) =>
        new(issuer, "MetadataAddress", new Uri(address, ".well-known/openid-configuration").ToString());

    public static TokenIssuer FromFile(string issuer, string jwksFile) => new(issuer, "JwksFile", jwksFile);
}
