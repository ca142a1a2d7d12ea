using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

/// <summary>Gives a client another secret. For a while both are valid; after a leak the while may be 0 hours.</summary>
public static class RotateSecret
{
    /// <param name="OverlapHours">How long the earlier secret stays valid: 24 hours unless told.</param>
    public sealed record Request([Whole(0, 720)] int? OverlapHours);

    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapPost("/{id:guid}/secrets", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Give an API client another secret, shown once; the earlier one stays valid for a while")
            .WithExample(new Request(OverlapHours: 48));

    static async Task<Results<Ok<ClientWithSecret>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        HttpResponse response,
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
        // A rotated client gets the secret into the caller's hands: only for clients that have no more than the caller.
        if (ClientRights.Refuse(client.Scopes, caller) is { } refused)
            return refused.ToProblem();
        if (client.Disabled is not null)
            return DisableClient.AlreadyDisabled.ToProblem();

        var (now, secret) = (clock.GetUtcNow(), SecretHash.NewSecret());
        var until = now.AddHours(request.OverlapHours ?? 24);
        client.Rotate(secret, now, until);
        db.Announce(client, new ApiClientSecretRotated(client.Id, until));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ClientWithSecret(ClientView.Of(client, now), secret));
    }
}
