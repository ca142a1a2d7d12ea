using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Clients;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Tokens;

/// <summary>Why a client is not let in (RFC 6749, 5.2).</summary>
/// <param name="Error">The code.</param>
/// <param name="Description">The sentence.</param>
/// <param name="Status">400, 401, or 429.</param>
/// <param name="RetryAfter">How long to wait, with 429.</param>
internal sealed record ClientRefusal(string Error, string Description, int Status, TimeSpan RetryAfter = default);

/// <summary>Finds out which client asks at the token endpoint. Every wrong answer is the same, after the same work.</summary>
internal sealed class ClientAuthentication(
    DirectoryDb db,
    ClientAssertions assertions,
    TokenThrottle throttle,
    CallerAddress addresses,
    TimeProvider clock
)
{
    /// <summary>The client, or why there is none.</summary>
    public async Task<(ApiClient? Client, ClientRefusal? Refusal)> Authenticate(
        HttpRequest request,
        IFormCollection form,
        CancellationToken ct
    )
    {
        if (ClientCredentials.Of(request, form) is not { } credentials)
            return (null, notOnce);
        var attempt = TokenThrottle.Attempt.By(credentials.Login, addresses.Of(request.HttpContext));
        var (wait, failedBefore) = await throttle.Ask(db, attempt, ct);
        if (wait > TimeSpan.Zero)
            return (null, tooSoon with { RetryAfter = wait });
        if (await Find(credentials, ct) is not { } client)
        {
            await throttle.Failed(db, attempt, ct);
            return (null, nobody);
        }
        if (failedBefore)
            await TokenThrottle.Succeeded(db, attempt, ct);
        await MarkUsed(client, ct);
        return (client, null);
    }

    private async Task<ApiClient?> Find(ClientCredentials credentials, CancellationToken ct)
    {
        var (login, now) = (credentials.Login, clock.GetUtcNow());
        // The column cannot hold such a name, so it is nobody's.
        if (login.Length > 200 || login.Contains('\0', StringComparison.Ordinal))
            return null;
        // Whoever asks under an unknown name is compared with some other client's secrets, and refused for the name: the answer takes as long as for a known one.
        var client = await db
            .Clients.FromSql(
                $"""
                select * from api_clients where id = coalesce(
                    (select id from api_clients where login = {login}), (select id from api_clients order by id limit 1))
                """
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        var known = client?.Login == login ? client : null;
        if (credentials.Secret is { } secret)
            return client is not null && client.Accepts(secret, now) ? known : null;
        return
            credentials.Assertion is { } assertion
            && await assertions.IsBy(known, assertion, now)
            && await ClientAssertions.Use(db, known!, assertion, ct)
            ? known
            : null;
    }

    private async Task MarkUsed(ApiClient client, CancellationToken ct)
    {
        var today = clock.Today();
        if (client.LastUsedOn == today)
            return;
        await db
            .Clients.Where(known => known.Id == client.Id && (known.LastUsedOn == null || known.LastUsedOn < today))
            .ExecuteUpdateAsync(change => change.SetProperty(known => known.LastUsedOn, today), ct);
    }

    private static readonly ClientRefusal notOnce = new(
        "invalid_request",
        "Give the client's credentials once: in the Authorization header (Basic), as client_secret, or as client_assertion.",
        StatusCodes.Status400BadRequest
    );

    private static readonly ClientRefusal nobody = new(
        "invalid_client",
        "The client is unknown, disabled, or its secret or assertion is wrong.",
        StatusCodes.Status401Unauthorized
    );

    private static readonly ClientRefusal tooSoon = new(
        "temporarily_unavailable",
        "Too many wrong attempts for this client from this address. Wait as long as Retry-After says.",
        StatusCodes.Status429TooManyRequests
    );
}
