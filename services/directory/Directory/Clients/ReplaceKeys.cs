using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

/// <summary>Gives a client other public keys. For a while those before are valid too; after a leak the while may be 0 hours.</summary>
public static class ReplaceKeys
{
    /// <summary>Keys of one client; each is tried when an assertion names none.</summary>
    internal const int Most = 5;

    /// <param name="Keys">All its public keys from now on; an empty list for a client that goes back to a secret.</param>
    /// <param name="OverlapHours">How long keys that are not among them stay valid: 24 hours unless told.</param>
    public sealed record Request([Items(0, Most)] IReadOnlyList<PublicJwk> Keys, [Whole(0, 720)] int? OverlapHours);

    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapPut("/{id:guid}/keys", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .RequireIfMatch()
            .WithSummary("Replace the public keys of an API client (private_key_jwt); those before stay valid for a while")
            .WithExample(new Request([Example], OverlapHours: 24));

    /// <summary>The public key of RFC 7517, Appendix A.1, whose private half everybody knows from A.2.</summary>
    static readonly PublicJwk Example = new(
        "EC",
        "2026-11",
        "ES256",
        "sig",
        null,
        null,
        "P-256",
        "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"
    );

    static async Task<Results<Ok<ClientView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.ClientsOf(caller, clock).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } client)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(client.Version) is { } stale)
            return stale;
        // Whoever registers a key can act as the client: only for clients that have no more than the caller.
        if (ClientRights.Refuse(client.Scopes, caller) is { } refused)
            return refused.ToProblem();
        if (client.Disabled is not null)
            return DisableClient.AlreadyDisabled.ToProblem();

        var now = clock.GetUtcNow();
        var until = now.AddHours(request.OverlapHours ?? 24);
        if (Apply(request.Keys, client, now, until) is { } unfit)
            return unfit.ToProblem();
        db.Announce(
            client,
            new ApiClientKeysReplaced(client.Id, [.. client.Keys.Where(key => key.IsValid(now)).Select(key => key.Kid)], until)
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ClientView.Of(client, now));
    }

    internal static Rejection? Apply(IReadOnlyList<PublicJwk> keys, ApiClient client, DateTimeOffset now, DateTimeOffset earlierUntil)
    {
        foreach (var (place, key) in keys.Index())
            if (key.Refuse(place) is { } refused)
                return refused;
        return client.ReplaceKeys([.. keys.Select(key => ClientKey.Of(key, now))], now, earlierUntil);
    }
}
