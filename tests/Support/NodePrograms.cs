using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>Programs of Node.js beside packages that others wrote, installed once below <c>.danvan/</c> by the versions of their lock file.</summary>
public static class NodePrograms
{
    /// <param name="source">The folder with the program, package.json and package-lock.json.</param>
    /// <param name="name">What it is called below <c>.danvan/npm</c>.</param>
    /// <returns>The folder with the program, and its packages.</returns>
    public static async Task<string> Installed(string source, string name)
    {
        var folder = Path.Combine(Repository.StateFolder, "npm", name);
        System.IO.Directory.CreateDirectory(folder);
        using (await FileLock.Take(Path.Combine(folder, "install.lock"), default))
            await Install(source, folder);
        return folder;
    }

    static async Task Install(string source, string folder)
    {
        var same = System.IO.Directory.Exists(Path.Combine(folder, "node_modules"));
        foreach (var file in System.IO.Directory.EnumerateFiles(source))
        {
            var (text, copy) = (await File.ReadAllTextAsync(file), Path.Combine(folder, Path.GetFileName(file)));
            if (File.Exists(copy) && await File.ReadAllTextAsync(copy) == text)
                continue;
            await File.WriteAllTextAsync(copy, text);
            same = false;
        }
        if (!same)
            await Shell.Run("npm", ["ci", "--no-audit", "--no-fund"], folder: folder);
    }
}
