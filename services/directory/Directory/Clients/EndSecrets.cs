using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

/// <summary>A client that has changed over to keys needs no secret any more.</summary>
public static class EndSecrets
{
    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapDelete("/{id:guid}/secrets", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .RequireIfMatch()
            .WithSummary("End all secrets of an API client that has public keys");

    static async Task<Results<Ok<ClientView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
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
        if (client.Disabled is not null)
            return DisableClient.AlreadyDisabled.ToProblem();
        if (client.EndSecrets(clock.GetUtcNow()) is { } refused)
            return refused.ToProblem();
        db.Announce(client, new ApiClientSecretsEnded(client.Id));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ClientView.Of(client, clock.GetUtcNow()));
    }
}
