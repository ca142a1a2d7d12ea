namespace DanVan.Cli.Local;

/// <summary>PostgreSQL and RabbitMQ refuse to run, or should not run, as root: root starts them under the accounts of their packages.</summary>
static class Accounts
{
    /// <summary>The words that make what follows run under the account; none when it is the caller's own.</summary>
    public static string[] Prefix(string? account) =>
        account is null ? [] : ["setpriv", $"--reuid={account}", $"--regid={account}", "--init-groups", "--"];

    /// <summary>The account for a server: its package's when the caller is root, else the caller's own (null).</summary>
    public static string? For(string account) => Posix.IsRoot ? account : null;

    /// <summary>Makes a folder that only this account may enter.</summary>
    public static async Task OwnFolder(string folder, string? account)
    {
        Directory.CreateDirectory(folder);
        if (account is not null)
            await Shell.Run("chown", [$"{account}:", folder]);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Whether another account can reach the folder: every folder above lets others pass.</summary>
    public static bool Reachable(string folder)
    {
        for (var above = new DirectoryInfo(folder).Parent; above is not null; above = above.Parent)
            if (above.Exists && !above.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }
}
