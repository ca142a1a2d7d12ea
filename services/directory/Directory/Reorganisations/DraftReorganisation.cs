using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Reorganisations;

/// <summary>Drafts a reorganisation: checked as a whole as of the day on which it would take effect; nothing changes before it is signed.</summary>
public static class DraftReorganisation
{
    /// <param name="Name">What it is called.</param>
    /// <param name="EffectiveOn">The day on which it is to take effect; the first day of new units.</param>
    /// <param name="Items">What happens on that day, in whatever order.</param>
    public sealed record Request(
        [Text(300)] string Name,
        [BusinessDate] DateOnly EffectiveOn,
        [Items(1, 1000)] IReadOnlyList<PlanItem> Items
    )
    {
        /// <summary>New units get their identity now: what else is drafted may speak of them, and trying twice makes the same unit.</summary>
        internal DraftTerms ToTerms() => new(Name, EffectiveOn, [.. Items.Select(Identified)]);

        private static PlanItem Identified(PlanItem item) =>
            item with
            {
                NewUnitId = item.NewUnitId ?? (item.Rule.May.Contains(nameof(PlanItem.NewUnitId)) ? Guid.CreateVersion7() : null),
                Parts = item.Parts?.Select(part => part with { Id = part.Id ?? Guid.CreateVersion7() }).ToList(),
            };
    }

    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapPost("/", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .RequireIdempotencyKey()
            .WithSummary("Lập phương án sắp xếp đơn vị / Draft a reorganisation of units")
            .WithDescription(
                "Every item is checked as of `effectiveOn`, on top of what is signed already. What a rule forbids is told by item: under `errors`, and with "
                    + "the codes of the rules under `items`."
            )
            .WithExample(Example);

    static async Task<Results<Created<PlanView>, ProblemHttpResult>> Handle(
        Request request,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var terms = request.ToTerms();
        var verdict = await db.Check(terms, caller, ct);
        if (verdict.ToProblem() is { } problem)
            return problem;
        var now = clock.GetUtcNow();
        var plan = new ReorganisationPlan
        {
            Id = Guid.CreateVersion7(now),
            DraftedBy = caller.Subject,
            DraftedAt = now,
        };
        plan.Draft(terms, verdict.UnitId);
        db.ReorganisationPlans.Add(plan);
        db.Announce(plan, Drafted(plan));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/reorganisations/{plan.Id}", PlanView.Of(plan));
    }

    internal static ReorganisationDrafted Drafted(ReorganisationPlan plan) =>
        new(plan.Id, plan.EffectiveOn, plan.Items.Count, plan.Ending, plan.Changing, plan.Beginning);

    internal static readonly Request Example = new(
        "Sắp xếp đơn vị hành chính cấp xã năm 2027",
        new DateOnly(2027, 1, 1),
        [new(PlanItemKind.Rename, [RootUnit.Id], null, "Trung ương", "Trung ương", null, null, null, null)]
    );
}
