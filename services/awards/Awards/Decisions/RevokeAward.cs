using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <summary>
/// Revokes a decision wholly, or for some of its recipients (Law 06/2022/QH15, article 93). History stays, and the money to recover is shown.
/// </summary>
public static class RevokeAward
{
    /// <param name="RecipientIds">The recipients concerned; left out, the whole decision falls.</param>
    public sealed record Request(
        RevocationGround Ground,
        DateOnly DecidedOn,
        [Text(100)] string? Number,
        [Text(1000)] string? Note,
        [Items(1, 500)] IReadOnlyList<Guid>? RecipientIds
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/decisions/{id:guid}/revocation", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Hủy bỏ quyết định khen thưởng / Revoke an award")
            .WithDescription(
                "Không xóa gì: trạng thái REVOKED hoặc PARTLY_REVOKED. / Nothing is deleted: the state becomes REVOKED or PARTLY_REVOKED."
            )
            .WithExample(
                new Request(RevocationGround.FalseDeclaration, new(2023, 5, 4), "12/QĐ-UBND", "Kê khai gian dối thành tích", null)
            );

    static async Task<Results<Ok<DecisionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        AwardLaw law,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.FindDecision(id, caller, ct) is not { } decision)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(decision.Version) is { } stale)
            return stale;
        var named = request.RecipientIds?.Distinct().ToList();
        var recipients = await db
            .Recipients.Where(x => x.AwardDecisionId == id)
            .Where(x => named == null ? x.RevocationId == null : named.Contains(x.Id))
            .ToListAsync(ct);
        if (named is not null && recipients.Count < named.Count)
            return Problems.Invalid(
                "recipientIds",
                "Có mã không thuộc danh sách của quyết định này.",
                "An id is not on the list of this decision."
            );

        var revocation = ToRevocation(request, id, clock);
        if (decision.Revoke(revocation, recipients, clock.Today()) is { } refused)
            return refused.ToProblem();
        db.Add(revocation);
        db.Announce(decision, decision.ToRevoked(revocation));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(decision.ToView(law, await db.HeldOn(decision, ct)));
    }

    static Revocation ToRevocation(Request request, Guid decision, TimeProvider clock) =>
        new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            AwardDecisionId = decision,
            Number = request.Number,
            DecidedOn = request.DecidedOn,
            Ground = request.Ground,
            Note = request.Note,
            Whole = request.RecipientIds is null,
        };

    static AwardRevoked ToRevoked(this AwardDecision decision, Revocation revocation)
    {
        var (declared, entered, revoked) = (decision.Declared, decision.Entered, decision.Revoked);
        return new(
            decision.Id,
            decision.UnitId,
            decision.State == DecisionState.Revoked,
            revocation.DecidedOn,
            EnumNames.Of(revocation.Ground),
            Known(declared.Collectives, entered.Collectives, revoked.Collectives),
            Known(declared.Individuals, entered.Individuals, revoked.Individuals),
            Known(declared.Households, entered.Households, revoked.Households)
        );
    }

    // Zero of a kind whose number was never stated and of which nobody is named is no zero.
    static int? Known(int? declared, int entered, int revoked) => declared is null && entered == 0 ? null : revoked;
}
