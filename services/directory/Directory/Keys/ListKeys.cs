using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Keys;

public static class ListKeys
{
    public static void Map(RouteGroupBuilder keys) =>
        keys.MapGet("/", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("The keys that access tokens are signed with, the newest first");

    static async Task<Ok<IReadOnlyList<KeyView>>> Handle(DirectoryDb db, TimeProvider clock, CancellationToken ct)
    {
        var (ring, now) = (await db.KeyRings.AsNoTracking().SingleAsync(ct), clock.GetUtcNow());
        return TypedResults.Ok<IReadOnlyList<KeyView>>([
            .. ring.Keys.OrderByDescending(key => key.SignsFrom).Select(key => KeyView.Of(key, ring, now)),
        ]);
    }
}
