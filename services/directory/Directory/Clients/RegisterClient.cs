using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

public static class RegisterClient
{
    /// <param name="Name">What the program is.</param>
    /// <param name="UnitId">The unit in whose subtree it acts: the caller's own or one below.</param>
    /// <param name="Scopes">What it may be given: nothing that the caller does not have.</param>
    /// <param name="Quota">Its quota class at the gateway; the standard one when left out.</param>
    /// <param name="Keys">Its public keys, for a program that asks for tokens with private_key_jwt; it is then given no secret.</param>
    public sealed record Request(
        [Text(200)] string Name,
        Guid UnitId,
        [Items(1, 50)] IReadOnlyList<string> Scopes,
        [Text(50)] string? Quota,
        [Items(1, ReplaceKeys.Most)] IReadOnlyList<PublicJwk>? Keys
    );

    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapPost("/", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Register an API client; its secret is shown once")
            .WithExample(new Request("Phần mềm một cửa", RootUnit.Id, ["petitions.read", "petitions.write"], null, null));

    static async Task<Results<Created<ClientWithSecret>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        HttpResponse response,
        DirectoryDb db,
        ClientRights rights,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (
            !await db.Reaches(caller, request.UnitId, today, ct)
            || !await db.UnitsAsOf(today).AnyAsync(unit => unit.Id == request.UnitId, ct)
        )
            return UnitRejections.OutOfReach("unitId").ToProblem();
        var quota = request.Quota ?? rights.StandardQuota;
        if ((ClientRights.Refuse(request.Scopes, caller) ?? rights.RefuseQuota(quota, caller)) is { } refused)
            return refused.ToProblem();

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var client = new ApiClient
        {
            Id = id,
            Name = request.Name,
            Login = $"client-{id:n}",
            UnitId = request.UnitId,
            Scopes = [.. request.Scopes.Distinct().Order(StringComparer.Ordinal)],
            Quota = quota,
            Registered = now,
        };
        string? secret = null;
        if (request.Keys is null)
            client.Secrets.Add(ClientSecret.Of(secret = SecretHash.NewSecret(), now));
        else if (ReplaceKeys.Apply(request.Keys, client, now, now) is { } unfit)
            return unfit.ToProblem();
        db.Clients.Add(client);
        db.Announce(client, new ApiClientRegistered(client.Id, client.UnitId, client.Scopes, client.Quota));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/clients/{client.Id}", new ClientWithSecret(ClientView.Of(client, now), secret));
    }
}
