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
    public sealed record Request([Text(200)] string Name, Guid UnitId, [Items(1, 50)] IReadOnlyList<string> Scopes);

    public static void Map(RouteGroupBuilder clients) =>
        clients
            .MapPost("/", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Register an API client; its secret is shown once")
            .WithExample(new Request("Phần mềm một cửa", RootUnit.Id, ["petitions.read", "petitions.write"]));

    static async Task<Results<Created<ClientWithSecret>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        HttpResponse response,
        DirectoryDb db,
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
        if (Refuse(request.Scopes, caller) is { } refused)
            return refused.ToProblem();

        var (now, secret) = (clock.GetUtcNow(), SecretHash.NewSecret());
        var id = Guid.CreateVersion7(now);
        var client = new ApiClient
        {
            Id = id,
            Name = request.Name,
            Login = $"client-{id:n}",
            UnitId = request.UnitId,
            Scopes = [.. request.Scopes.Distinct().Order(StringComparer.Ordinal)],
            Registered = now,
            Secrets = { ClientSecret.Of(secret, now) },
        };
        db.Clients.Add(client);
        db.Announce(client, new ApiClientRegistered(client.Id, client.UnitId, client.Scopes));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/clients/{client.Id}", new ClientWithSecret(ClientView.Of(client, now), secret));
    }

    internal static Rejection? Refuse(IEnumerable<string> scopes, Caller caller)
    {
        foreach (var scope in scopes)
            if (!Scopes.All.Contains(scope))
                return UnknownScope(scope);
            else if (!caller.Has(scope))
                return MoreThanOwn(scope);
        return null;
    }

    static Rejection UnknownScope(string scope) =>
        new(
            "clients.unknown-scope",
            $"Không có phạm vi “{scope}”. Các phạm vi: {string.Join(", ", Scopes.All)}.",
            $"There is no scope “{scope}”. The scopes are: {string.Join(", ", Scopes.All)}.",
            400,
            "scopes"
        );

    static Rejection MoreThanOwn(string scope) =>
        new(
            "clients.more-than-own",
            $"Không thể cấp phạm vi “{scope}” mà người gọi không có.",
            $"The scope “{scope}” cannot be given by a caller who does not have it.",
            Field: "scopes"
        );
}
