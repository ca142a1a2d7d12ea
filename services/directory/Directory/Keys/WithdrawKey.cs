using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Keys;

/// <summary>
/// After a leak: the key leaves the published ones at once, and when it was signing another one signs from this moment. Services refuse its tokens as soon as
/// they have read the keys anew: with the first token of the new key, or within ten minutes.
/// </summary>
public static class WithdrawKey
{
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(500)] string Reason);

    public static void Map(RouteGroupBuilder keys) =>
        keys.MapPost("/{keyId}/withdrawal", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Withdraw a signing key that may be known to others, at once")
            .WithExample(new Request("Khóa có thể đã lộ theo bản sao lưu bị mất"));

    static async Task<Results<Ok<KeyView>, NotFound, ProblemHttpResult>> Handle(
        [Text(100)] string keyId,
        Request request,
        DirectoryDb db,
        SigningKeys keys,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!caller.IsRoot())
            return RotateKeys.OnlyTheRoot.ToProblem();
        var (ring, now) = (await db.KeyRings.SingleAsync(ct), clock.GetUtcNow());
        if (ring.Keys.Find(known => known.Id == keyId) is not { } key)
            return TypedResults.NotFound();
        var (withdrawn, refused) = ring.Withdraw(key, request.Reason, now, keys.Make);
        if (refused is not null)
            return refused.ToProblem();
        db.Announce(ring, withdrawn!);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(KeyView.Of(key, ring, now));
    }
}
