namespace DanVan.Cli.Local;

/// <summary>The processes of the platform.</summary>
public static class Services
{
    /// <summary>Those with a database and a place in the topology, in the order in which they start.</summary>
    public static IReadOnlyList<string> All { get; } = ["directory", "petitions", "reporting", "conferences", "awards", "subscriptions"];

    public const string Gateway = "gateway";

    /// <summary>Every process, the gateway last.</summary>
    public static IReadOnlyList<string> WithGateway { get; } = [.. All, Gateway];

    /// <summary>The name of the project: petitions → Petitions.</summary>
    public static string Project(string service) => char.ToUpperInvariant(service[0]) + service[1..];

    public static string ProjectFolder(string service) =>
        service == Gateway
            ? Path.Combine(Repository.Root, "gateway", "Gateway")
            : Path.Combine(Repository.Root, "services", service, Project(service));

    /// <summary>The built program.</summary>
    public static string Program(string service, string configuration) =>
        Path.Combine(ProjectFolder(service), "bin", configuration, "net10.0", $"{Project(service)}.dll");

    public static string Known(string service) =>
        WithGateway.Contains(service)
            ? service
            : throw new Failure($"There is no service '{service}'.", $"One of: {string.Join(", ", WithGateway)}.");
}
