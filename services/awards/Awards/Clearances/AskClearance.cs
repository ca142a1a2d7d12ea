using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Clearances;

/// <summary>Asks whether something stands against rewarding the candidates of a proposal or a decision. Asking again finds the question that is open.</summary>
public static class AskClearance
{
    public sealed record Request(Guid ProposerUnitId, ClearancePurpose Purpose, [Items(1, 200)] IReadOnlyList<Candidate> Candidates);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/clearances", Handle)
            .RequireScope(Scopes.Clearance)
            .WithoutIdempotency() // The same question finds itself, with the answer of today and not of then.
            .WithSummary("Hỏi trường hợp có vướng mắc trước khi xét khen thưởng / Ask for clearance of candidates")
            .WithDescription(
                "Trả lời CLEAR hoặc HOLD, không bao giờ nêu lý do, theo đợt vào giờ cố định; câu hỏi mở cho đến khi có quyết định. / Answered with CLEAR or "
                    + "HOLD, never with a reason, in batches at set times; a question stays open until the award is decided or dropped, and its answer changes."
            )
            .WithExample(new Request(RootUnit.Id, ClearancePurpose.Proposal, [new(null, RootUnit.Id)]));

    static async Task<Results<Ok<IReadOnlyList<ClearanceView>>, ProblemHttpResult>> Handle(
        Request request,
        AwardsDb db,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (!caller.ActsFor(request.ProposerUnitId, today, tree))
            return Refused.UnknownUnit("proposerUnitId").ToProblem();
        var candidates = request.Candidates.Distinct().ToList();
        if (await Unknown(request.Candidates, db, tree, caller, today, ct) is { } unknown)
            return unknown.ToProblem();
        // Who asks about the same at the same time is given the same question.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({$"clearances of {request.ProposerUnitId}"}, 0))",
            ct
        );
        var open = await db.OpenClearances(request.ProposerUnitId, candidates, ct);
        foreach (var candidate in candidates.Where(candidate => open.All(x => x.Candidate != candidate)))
        {
            var clearance = new Clearance
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                UnitId = request.ProposerUnitId,
                PersonId = candidate.PersonId,
                CandidateUnitId = candidate.UnitId,
                Purpose = request.Purpose,
                AskedOn = today,
            };
            open.Add(clearance);
            db.Add(clearance);
            db.Announce(clearance, new ClearanceAsked(clearance.Id, candidate.PersonId, candidate.UnitId, EnumNames.Of(request.Purpose)));
        }
        List<ClearanceView> views = [.. open.OrderBy(x => candidates.IndexOf(x.Candidate)).Select(ClearanceView.Of)];
        db.Shown(views, caller);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok<IReadOnlyList<ClearanceView>>(views);
    }

    /// <summary>Candidates are units that exist today, office holders whose name is public, and people whose record the caller's units keep.</summary>
    static async Task<Rejection?> Unknown(
        IReadOnlyList<Candidate> candidates,
        AwardsDb db,
        UnitTree tree,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var own = db.People.Visible(caller, db).Select(person => person.Id);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates[i].IsOne)
                return RefusedClearance.NotOne($"candidates[{i}]");
            if (candidates[i].UnitId is { } unit && tree.Find(unit, today) is null)
                return Refused.UnknownUnitAt($"candidates[{i}].unitId", today);
            if (
                candidates[i].PersonId is { } person
                && !await db.People.AnyAsync(known => known.Id == person && (known.Name != null || own.Contains(known.Id)), ct)
            )
                return RefusedClearance.UnknownPerson($"candidates[{i}].personId");
        }
        return null;
    }
}
