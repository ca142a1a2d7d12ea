using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Petitions.Tests.Files;

/// <summary>Debian's clamd with one signature of our own: the databases of ClamAV can't be fetched in a test, and none is needed to see that it is asked.</summary>
sealed class ClamdServer : IAsyncDisposable
{
    const string Program = "/usr/sbin/clamd";

    /// <summary>What the signature looks for.</summary>
    public const string Harm = "DANVAN-THU-NGHIEM-MA-DOC";

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("clamd").FullName;
    readonly BackgroundProcess process;
    readonly int port;

    ClamdServer(int port)
    {
        this.port = port;
        process = new($"clamd-{port}", folder);
    }

    public Dictionary<string, string> Settings =>
        new()
        {
            ["Attachments__Scanner__Host"] = "127.0.0.1",
            ["Attachments__Scanner__Port"] = $"{port}",
            ["Attachments__Scanner__Seconds"] = "5",
        };

    public static async Task<ClamdServer> Start(int port)
    {
        if (!File.Exists(Program))
            await Packages.Install(["clamav-daemon"]);
        var server = new ClamdServer(port);
        await server.Begin();
        return server;
    }

    public Task Stop() => process.Stop(TimeSpan.FromSeconds(10));

    public async Task Begin()
    {
        var signature = Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Harm));
        await File.WriteAllTextAsync(Path.Combine(folder, "own.ndb"), $"DanVan.Test:0:*:{signature}\n");
        var configuration = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"""
            DatabaseDirectory {folder}
            TCPSocket {port}
            TCPAddr 127.0.0.1
            Foreground yes
            StreamMaxLength 110M
            LogFile {folder}/clamd.log
            User root

            """
        );
        process.Start(new(Program, ["--config-file", configuration]));
        await Eventually.True(
            "clamd to listen",
            async () =>
            {
                using var client = new System.Net.Sockets.TcpClient();
                try
                {
                    await client.ConnectAsync("127.0.0.1", port);
                    return true;
                }
                catch (System.Net.Sockets.SocketException)
                {
                    return process.Current is null ? throw process.Ended() : false;
                }
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
