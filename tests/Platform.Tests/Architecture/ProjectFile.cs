using System.Xml.Linq;
using DanVan.Cli.Local;

namespace DanVan.Platform.Tests.Architecture;

/// <summary>A project of the platform as its file tells of it.</summary>
public sealed record ProjectFile(string Path)
{
    readonly XDocument document = XDocument.Load(Path);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
    public bool IsContracts => Name.EndsWith(".Contracts", StringComparison.Ordinal);
    public bool IsClient => Name.EndsWith(".Client", StringComparison.Ordinal);
    public bool IsChassis => Name == "Chassis";

    /// <summary>The writer of official documents, which services share and which knows none of them.</summary>
    public bool IsDocuments => Name == "Documents";

    /// <summary>What takes files, which services share and which knows none of them.</summary>
    public bool IsFiles => Name == "Files";
    public bool IsService => !IsContracts && !IsClient && !IsChassis && !IsDocuments && !IsFiles;

    /// <summary>Names of the projects it refers to.</summary>
    public IEnumerable<string> Projects =>
        Values("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> Packages => Values("PackageReference");

    public IEnumerable<(string File, string Text)> Sources() =>
        System
            .IO.Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(file)));

    /// <summary>Every project below services/.</summary>
    public static IReadOnlyList<ProjectFile> OfServices() =>
        [
            .. System
                .IO.Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "services"), "*.csproj", SearchOption.AllDirectories)
                .Select(path => new ProjectFile(path)),
        ];

    IEnumerable<string> Values(string element) =>
        document.Descendants(element).Select(found => (string?)found.Attribute("Include")).OfType<string>();

    public override string ToString() => Name;
}
