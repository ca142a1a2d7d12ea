using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Keys;

/// <summary>Publishes the next signing key before the schedule would.</summary>
public static class RotateKeys
{
    /// <param name="LeadMinutes">How long the key is published before it signs; the configured lead unless told.</param>
    public sealed record Request([Whole(1, 10_080)] int? LeadMinutes);

    public static void Map(RouteGroupBuilder keys) =>
        keys.MapPost("/", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Publish the next signing key; it begins to sign when everybody had time to read it")
            .WithExample(new Request(LeadMinutes: 30));

    static async Task<Results<Created<KeyView>, ProblemHttpResult>> Handle(
        Request request,
        DirectoryDb db,
        SigningKeys keys,
        IOptions<TokenOptions> options,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!caller.IsRoot())
            return OnlyTheRoot.ToProblem();
        var (ring, now) = (await db.KeyRings.SingleAsync(ct), clock.GetUtcNow());
        if (ring.Next(now) is { } waiting)
            return AlreadyOneNext(waiting).ToProblem();
        var key = keys.Make(now.AddMinutes(request.LeadMinutes ?? options.Value.KeyLeadMinutes));
        db.Announce(ring, ring.Publish(key, now));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created("/api/v1/directory/signing-keys", KeyView.Of(key, ring, now));
    }

    internal static readonly Rejection OnlyTheRoot = new(
        "signing-keys.only-the-root",
        "Chỉ đơn vị gốc được thay khóa ký.",
        "Only the root unit changes the signing keys.",
        StatusCodes.Status403Forbidden
    );

    static Rejection AlreadyOneNext(StoredKey key) =>
        new(
            "signing-keys.already-one-next",
            $"Khóa {key.Id} đã được công bố và bắt đầu ký lúc {key.SignsFrom:dd/MM/yyyy HH:mm} (UTC).",
            $"The key {key.Id} is published already and begins to sign at {key.SignsFrom:yyyy-MM-dd HH:mm} UTC."
        );
}
