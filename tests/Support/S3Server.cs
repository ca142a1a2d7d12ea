using DanVan.Cli.Local;
using Xunit;

namespace DanVan.Support;

/// <summary>An S3 server that others wrote: <c>s3rver</c> from npm, with one bucket, in a folder of its own.</summary>
public sealed class S3Server : IAsyncLifetime
{
    public const string Bucket = "danvan";
    public const string AccessKey = "S3RVER";
    public const string SecretKey = "S3RVER";
    const string Version = "3.7.1";

    static readonly string Installed = Path.Combine(Repository.StateFolder, "npm", $"s3rver-{Version}");

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("s3").FullName;
    readonly int port = FreePort.Next();
    BackgroundProcess? process;

    public string Endpoint => $"http://127.0.0.1:{port}";

    /// <summary>What a service is told to keep its files there.</summary>
    public Dictionary<string, string> Settings =>
        new()
        {
            ["Blobs__S3__Endpoint"] = Endpoint,
            ["Blobs__S3__Bucket"] = Bucket,
            ["Blobs__S3__AccessKey"] = AccessKey,
            ["Blobs__S3__SecretKey"] = SecretKey,
        };

    /// <summary>How many contents a service keeps there.</summary>
    public int Stored(string service) =>
        System.IO.Directory.Exists(Path.Combine(folder, Bucket, service))
            ? System.IO.Directory.GetFiles(Path.Combine(folder, Bucket, service), "*_object", SearchOption.AllDirectories).Length
            : 0;

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(Installed, "node_modules", ".bin", "s3rver");
        if (!File.Exists(program))
        {
            System.IO.Directory.CreateDirectory(Installed);
            await Shell.Run("npm", ["install", "--prefix", Installed, "--no-audit", "--no-fund", $"s3rver@{Version}"]);
        }
        process = new($"s3-{port}", PlatformServers.StateFolder);
        await Begin();
    }

    public async Task Begin()
    {
        var program = Path.Combine(Installed, "node_modules", ".bin", "s3rver");
        string[] arguments =
        [
            "--directory",
            folder,
            "--address",
            "127.0.0.1",
            "--port",
            $"{port}",
            "--no-vhost-buckets",
            "--silent",
            "--configure-bucket",
            Bucket,
        ];
        process!.Start(new(program, arguments));
        using var http = new HttpClient();
        await Eventually.True(
            "the S3 server to answer",
            async () =>
            {
                try
                {
                    using var answer = await http.GetAsync(Endpoint);
                    return true;
                }
                catch (HttpRequestException)
                {
                    return process.Current is null ? throw process.Ended() : false;
                }
            }
        );
    }

    public Task Stop() => process!.Stop(TimeSpan.FromSeconds(5));

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Stop();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
