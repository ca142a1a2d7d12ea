namespace DanVan.Cli.Local;

/// <summary>The working copy that this program was built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>DanVan.Platform.sln</c>, found upwards from the running program.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where a local run keeps its data, logs and secrets.</summary>
    public static string StateFolder => Path.Combine(Root, ".danvan");

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DanVan.Platform.sln")))
                return folder.FullName;
        throw new Failure($"No DanVan.Platform.sln above {AppContext.BaseDirectory}.", "Run ./danvan from a clone of the platform.");
    }
}
