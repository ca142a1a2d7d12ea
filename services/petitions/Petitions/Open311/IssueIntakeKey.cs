using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Open311;

/// <summary>Issues an api_key of Open311 to the client that asks: a part of what its token lets it do, for programs that cannot ask for tokens.</summary>
public static class IssueIntakeKey
{
    /// <param name="Name">What the key is for.</param>
    /// <param name="UnitId">The unit for which, and below which, it enters feedback; the caller's own when left out.</param>
    public sealed record Request([Text(200)] string Name, Guid? UnitId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/intake-keys", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey(sealAnswer: true)
            .WithSummary("Cấp khóa api_key cho Open311 / Issue an api_key for Open311")
            .WithExample(new Request("Ứng dụng phản ánh hiện trường", UnitId: null))
            .WithDescription(
                "The key acts for the client that asks, counts against its quota, does nothing but enter feedback, and ends when the client is disabled, loses the "
                    + "scope `petitions.write`, or after `Open311:KeyDays`. It is shown only here."
            );

    static async Task<Results<Created<IssuedKeyView>, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        IOptions<Open311Options> options,
        HttpResponse response,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if ((request.UnitId ?? caller.UnitId) is not { } unit || !caller.ActsFor(unit, today, tree))
            return Refused.UnknownUnit.ToProblem();
        var secret = IntakeKey.NewSecret();
        var key = new IntakeKey
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit,
            Client = caller.Subject,
            Name = request.Name,
            Hash = IntakeKey.HashOf(secret),
            IssuedOn = today,
            ExpiresOn = today.AddDays(options.Value.KeyDays),
        };
        db.Add(key);
        db.Announce(key, new IntakeKeyIssued(key.Id, unit, key.Client, key.ExpiresOn));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created("/api/v1/petitions/intake-keys", new IssuedKeyView(IntakeKeyView.Of(key), secret));
    }
}
