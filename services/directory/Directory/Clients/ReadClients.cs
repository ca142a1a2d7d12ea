using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

public static class ReadClients
{
    public static void Map(RouteGroupBuilder clients)
    {
        clients.MapGet("/", List).RequireScope(Scopes.DirectoryAdmin).WithSummary("API clients of the caller's subtree");
        clients.MapGet("/{id:guid}", Get).RequireScope(Scopes.DirectoryAdmin).WithSummary("An API client");
    }

    static async Task<Ok<Page<ClientView>>> List(
        [AsParameters] PageRequest page,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(
            await db.ClientsOf(caller, clock).ToPage(page, client => client.Id, client => ClientView.Of(client, now), ct)
        );
    }

    static async Task<Results<Ok<ClientView>, NotFound>> Get(
        Guid id,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.ClientsOf(caller, clock).AsNoTracking().SingleOrDefaultAsync(client => client.Id == id, ct) is { } client
            ? TypedResults.Ok(ClientView.Of(client, clock.GetUtcNow()))
            : TypedResults.NotFound();
}
