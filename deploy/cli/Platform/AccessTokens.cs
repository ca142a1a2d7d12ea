using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Cli.Platform;

/// <summary>Client-credentials tokens of the administrator client, through the gateway like anybody's.</summary>
static class AccessTokens
{
    public static async Task<AccessToken> Get(LocalPlatform platform, string? scope, string? unit, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = LocalPlatform.AdministratorId,
            ["client_secret"] = platform.ClientSecret,
        };
        if (scope is not null)
            form["scope"] = scope;
        if (unit is not null)
            form["unit"] = unit;

        using var http = new HttpClient { BaseAddress = platform.Door, Timeout = TimeSpan.FromSeconds(15) };
        using var content = new FormUrlEncodedContent(form);
        try
        {
            using var answer = await http.PostAsync("oauth/token", content, ct);
            if (!answer.IsSuccessStatusCode)
                throw new Failure(
                    $"The gateway gives no token: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}",
                    "See ./danvan status and ./danvan logs directory."
                );
            var token = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            return new(token.GetProperty("access_token").GetString()!, TimeSpan.FromSeconds(token.GetProperty("expires_in").GetInt32()));
        }
        catch (HttpRequestException e)
        {
            throw new Failure($"The gateway does not answer at {platform.Door}.", "Start the platform: ./danvan up", e);
        }
    }

    /// <summary>A client of the gateway that always carries a fresh token of the administrator.</summary>
    public static HttpClient Client(LocalPlatform platform) =>
        new(new Renewing(platform)) { BaseAddress = platform.Door, Timeout = TimeSpan.FromMinutes(2) };

    sealed class Renewing(LocalPlatform platform) : DelegatingHandler(new SocketsHttpHandler())
    {
        readonly SemaphoreSlim gate = new(1);
        AccessToken? token;
        DateTimeOffset renewAt;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Current(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }

        async Task<string> Current(CancellationToken ct)
        {
            await gate.WaitAsync(ct);
            try
            {
                var now = TimeProvider.System.GetUtcNow();
                if (token is null || now >= renewAt)
                {
                    token = await Get(platform, null, null, ct);
                    renewAt = now + token.Lifetime / 2;
                }
                return token.Value;
            }
            finally
            {
                gate.Release();
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                gate.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A bearer token and how long it is good.</summary>
sealed record AccessToken(string Value, TimeSpan Lifetime);
