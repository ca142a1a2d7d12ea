using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>
/// A real OpenID Connect issuer that knows nothing of the platform: the npm package <c>oidc-provider</c> on loopback, in <c>tests/Support/issuer</c>. Its
/// clients are <c>central</c>, <c>province</c>, <c>neighbour</c> and <c>nowhere</c>; the unit stands in its claim <c>don_vi</c>.
/// </summary>
public sealed class OutsideIssuer : IAsyncDisposable
{
    /// <summary>The audience of its tokens for the platform.</summary>
    public const string Audience = "https://danvan.test/api";

    readonly BackgroundProcess process;
    readonly HttpClient http;

    OutsideIssuer(int port)
    {
        process = new($"issuer-{port}", PlatformServers.StateFolder);
        http = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer => http.BaseAddress!.ToString().TrimEnd('/');

    public static async Task<OutsideIssuer> Start()
    {
        var program = await Install();
        var port = FreePort.Next();
        var issuer = new OutsideIssuer(port);
        issuer.process.Start(new("node", [program, $"{port}"]));
        await Eventually.True(
            "the outside issuer to answer",
            async () => (await issuer.http.GetAsync(".well-known/openid-configuration")).IsSuccessStatusCode
        );
        return issuer;
    }

    /// <summary>An access token of a client by the client credentials grant, for the platform unless told.</summary>
    public async Task<string> Token(string client, string scope, string resource = Audience)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "token")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["scope"] = scope,
                    ["resource"] = resource,
                }
            ),
        };
        var secret = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client}:secret-of-{client}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", secret);
        using var answer = await http.SendAsync(request);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode
            ? said.GetProperty("access_token").GetString()!
            : throw new InvalidOperationException($"The outside issuer gives no token: {said}");
    }

    /// <summary>An ID token of the issuer's own key.</summary>
    public async Task<string> IdToken(string audience)
    {
        using var answer = await http.PostAsync($"test/id-token?audience={Uri.EscapeDataString(audience)}", null);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Signs with a new key from now on; the keys before stay published or not.</summary>
    public async Task Rotate(bool keep) => (await http.PostAsync($"test/rotate?keep={(keep ? "true" : "false")}", null)).Dispose();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.Stop(TimeSpan.FromSeconds(5));
    }

    /// <summary>The program beside its packages, below <c>.danvan/</c>: fetched once, by the versions of the lock file.</summary>
    static async Task<string> Install()
    {
        var source = Path.Combine(Repository.Root, "tests", "Support", "issuer");
        var folder = Path.Combine(Repository.StateFolder, "npm", "outside-issuer");
        System.IO.Directory.CreateDirectory(folder);
        using var oneAtATime = await FileLock.Take(Path.Combine(folder, "install.lock"), default);
        var packages = Path.Combine(source, "package-lock.json");
        var installed = Path.Combine(folder, "package-lock.json");
        var isCurrent =
            System.IO.Directory.Exists(Path.Combine(folder, "node_modules"))
            && File.Exists(installed)
            && await File.ReadAllTextAsync(installed) == await File.ReadAllTextAsync(packages);
        foreach (var file in System.IO.Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (!isCurrent)
            await Shell.Run("npm", ["ci", "--no-audit", "--no-fund"], folder: folder);
        return Path.Combine(folder, "issuer.js");
    }
}
