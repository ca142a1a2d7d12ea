using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Clients;

/// <summary>A disabled client gets no token any more; those it holds end within ten minutes.</summary>
public static class DisableClient
{
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(500)] string Reason);

    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapPost("/{id:guid}/disabling", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Disable an API client for good")
            .WithExample(new Request("Phần mềm không còn dùng"));

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
        if (client.Disabled is not null)
            return AlreadyDisabled.ToProblem();
        client.Disable(request.Reason, clock.GetUtcNow());
        db.Announce(client, new ApiClientDisabled(client.Id, request.Reason));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ClientView.Of(client, clock.GetUtcNow()));
    }

    internal static readonly Rejection AlreadyDisabled = new(
        "clients.already-disabled",
        "Ứng dụng này đã bị khóa; đăng ký ứng dụng mới nếu cần.",
        "The client is disabled; register a new one if need be."
    );
}
