using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

/// <summary>Changes what a client may do. Tokens that it holds keep what they say until they expire, ten minutes at the latest.</summary>
public static class ChangeClient
{
    /// <param name="Name">What the program is.</param>
    /// <param name="Scopes">What it may be given. What is added, the caller must have.</param>
    /// <param name="Quota">Its quota class at the gateway.</param>
    public sealed record Request([Text(200)] string Name, [Items(1, 50)] IReadOnlyList<string> Scopes, [Text(50)] string Quota);

    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapPut("/{id:guid}", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .RequireIfMatch()
            .WithSummary("Change the name, the scopes and the quota class of an API client")
            .WithExample(new Request("Phần mềm một cửa", ["petitions.read"], "standard"));

    static async Task<Results<Ok<ClientView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        ClientRights rights,
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
        if ((ClientRights.Refuse(request.Scopes.Except(client.Scopes), caller) ?? Dear()) is { } refused)
            return refused.ToProblem();

        (client.Name, client.Quota) = (request.Name, request.Quota);
        client.Scopes = [.. request.Scopes.Distinct().Order(StringComparer.Ordinal)];
        db.Announce(client, new ApiClientChanged(client.Id, client.Scopes, client.Quota));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ClientView.Of(client, clock.GetUtcNow()));

        Rejection? Dear() => request.Quota == client.Quota ? null : rights.RefuseQuota(request.Quota, caller);
    }
}
