using DanVan.Awards.Clearances;
using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Law;
using DanVan.Awards.Movements;
using Microsoft.Extensions.Options;

namespace DanVan.Awards.Decisions;

/// <summary>
/// Enters an award decision as its source shows it: what is not stated is left out, the declared numbers stand beside the names, and the names may
/// come later or never.
/// </summary>
public static class IssueDecision
{
    /// <param name="IssuerUnitId">The unit whose head decided; checked against who may decide the form.</param>
    /// <param name="IssuerAsPrinted">The issuer as the source prints it, where it is no unit of the directory or to keep its wording.</param>
    /// <param name="PresentedOn">The day of handing over as the source states it.</param>
    /// <param name="ConferenceId">The conference that hands the awards over.</param>
    /// <param name="Historical">It was decided long before and is entered as history: nobody is asked whether something stood against it.</param>
    public sealed record Request(
        Guid ProposerUnitId,
        [Text(60)] string Form,
        [Text(60)] string Type,
        [Text(2000)] string Reason,
        Guid? IssuerUnitId,
        [Text(300)] string? IssuerAsPrinted,
        [Text(100)] string? Number,
        DateOnly? DecidedOn,
        DateOnly? PresentedOn,
        Guid? MovementId,
        Guid? ConferenceId,
        DeclaredCounts? Declared,
        [Items(0, 500)] IReadOnlyList<RecipientEntry>? Recipients,
        [Text(500)] string? Source,
        Guid? Id,
        bool? Historical = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/decisions", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Ghi quyết định khen thưởng / Enter an award decision")
            .WithDescription(
                "Điều nguồn không nêu thì để trống: không nêu khác với không có. / What the source does not state is left out: not stated is not none. Since "
                    + "01/01/2024 a collective named by unitId and an individual named by personId need the answer CLEAR of /api/v1/awards/clearances, unless "
                    + "the decision is entered as historical; a name alone cannot be asked about."
            )
            .WithExample(
                new Request(
                    RootUnit.Id,
                    "BANG_KHEN_TINH",
                    "PHONG_TRAO_THI_DUA",
                    "Thành tích xuất sắc, tiêu biểu trong phong trào thi đua “Dân vận khéo” năm 2022",
                    IssuerUnitId: null,
                    IssuerAsPrinted: "UBND tỉnh",
                    Number: null,
                    DecidedOn: null,
                    PresentedOn: new(2022, 12, 29),
                    MovementId: null,
                    ConferenceId: null,
                    new(5, 10, null),
                    Recipients: null,
                    Source: "Báo điện tử, 29/12/2022",
                    Id: null
                )
            );

    static async Task<Results<Created<DecisionView>, Ok<DecisionView>, ProblemHttpResult>> Handle(
        Request request,
        AwardsDb db,
        AwardLaw law,
        UnitTree tree,
        Caller caller,
        IOptions<ClearanceOptions> clearance,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (!caller.ActsFor(request.ProposerUnitId, request.DecidedOn ?? request.PresentedOn ?? today, tree))
            return Refused.UnknownUnit("proposerUnitId").ToProblem();
        var digest = EntryDigest.Of(request);
        if (
            request.Id is { } id
            && await db.AwardDecisions.Include(x => x.Revocations).SingleOrDefaultAsync(x => x.Id == id, ct) is { } entered
        )
            return entered.EntryDigest.SequenceEqual(digest)
                ? TypedResults.Ok(entered.ToView(law, await db.HeldOn(entered, ct)))
                : EntryDigest.IdTaken.ToProblem();

        var decision = ToDecision(request, digest, clock);
        if (decision.StateReference(request.Number, request.DecidedOn, today) is { } noDay)
            return noDay.ToProblem();
        if (decision.RefuseHistory(today, clearance.Value) is { } recent)
            return recent.ToProblem();
        if (IssuingRules.Refuse(decision, law, tree) is { } refused)
            return refused.ToProblem();
        if (request.MovementId is { } movement && !await db.Movements.Open(caller, db, tree, today).AnyAsync(x => x.Id == movement, ct))
            return Refused.UnknownMovement.ToProblem();
        if (await decision.Enter(request.Recipients ?? [], db, law, tree, clock, ct) is { } notEntered)
            return notEntered.ToProblem();

        db.Add(decision);
        db.Announce(decision, decision.ToIssued(law));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/awards/decisions/{decision.Id}", decision.ToView(law, await db.HeldOn(decision, ct)));
    }

    static AwardDecision ToDecision(Request request, byte[] digest, TimeProvider clock) =>
        new()
        {
            Id = request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = request.ProposerUnitId,
            IssuerUnitId = request.IssuerUnitId,
            IssuerAsPrinted = request.IssuerAsPrinted,
            Form = request.Form,
            Type = request.Type,
            PresentedOn = request.PresentedOn,
            Reason = request.Reason,
            MovementId = request.MovementId,
            ConferenceId = request.ConferenceId,
            Source = request.Source,
            Declared = request.Declared ?? new(null, null, null),
            EntryDigest = digest,
            Historical = request.Historical ?? false,
        };

    static AwardDecisionIssued ToIssued(this AwardDecision decision, AwardLaw law) =>
        new(
            decision.Id,
            decision.Number,
            decision.DecidedOn,
            decision.CountsOn,
            decision.Form,
            law.Form(decision.Form)!.Level,
            decision.IssuerUnitId,
            decision.UnitId,
            decision.MovementId,
            decision.ConferenceId,
            decision.PresentedOn,
            decision.Declared.Collectives,
            decision.Declared.Individuals,
            decision.Declared.Households,
            decision.Entered.Total
        );
}
