using System.Globalization;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Searching;

/// <summary>Finds petitions by what stands in them unsealed: those spelled as asked first, each newest first.</summary>
public static class SearchPetitions
{
    const int CountedAtMost = 1000;

    /// <param name="DocumentNumber">Number of the notice, decision or letter of the last step.</param>
    public sealed record Hit(
        Guid Id,
        int Version,
        Guid UnitId,
        PetitionKind Kind,
        PetitionField Field,
        DateOnly ReceivedOn,
        PetitionState State,
        DateOnly? DueOn,
        string Summary,
        string? ForwardedBy,
        string? ForwardingLetter,
        string? DocumentNumber
    );

    /// <param name="Next">The cursor of the page after it; absent on the last.</param>
    /// <param name="Count">How many there are, "1000+" when they are more; on the first page only.</param>
    public sealed record Hits(IReadOnlyList<Hit> Items, string? Next, string? Count) : IPage;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/search", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Tìm đơn theo nội dung / Search petitions")
            .WithDescription(
                "`/search?q=thu+hồi+đất`: every word must stand in the summary, the forwarding body or a number; \"…\" makes a phrase, and so does a number such "
                    + "as 33/QĐ-UBND. Case, tones, both placements of a tone (hoà, hòa) and đ do not matter; what is spelled as asked comes first, then newest "
                    + "first. Abbreviations (QCDC, UBND, MTTQ …) also find what they stand for, and the other way round. Who petitions is sealed and not searched."
            );

    static async Task<Results<Ok<Hits>, ProblemHttpResult>> Handle(
        [Text(200)] string q,
        PetitionsDb db,
        Caller caller,
        [AsParameters] PetitionFilter filter,
        [AsParameters] PageRequest page,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (SearchQuery.Of(q) is not { } query)
            return Refused.NothingToSearch.ToProblem();
        var today = clock.Today();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Rare words and common ones want other plans: none is kept for both.
        await db.Database.ExecuteSqlAsync($"set local plan_cache_mode = force_custom_plan", ct);
        var hits = query.Exact is { } exact
            ? await (Of(db.Spelled(caller, exact)), Of(db.Spelled(caller, query.Folded, not: exact))).ToPage(page, p => p.Id, View, ct)
            : await Of(db.Spelled(caller, query.Folded)).ToPage(page, p => p.Id, View, ct, newestFirst: true);
        var count = page.After is null ? await Of(db.Spelled(caller, query.Folded)).Take(CountedAtMost + 1).CountAsync(ct) : (int?)null;
        return TypedResults.Ok(
            new Hits(hits.Items, hits.Next, count is > CountedAtMost ? $"{CountedAtMost}+" : count?.ToString(CultureInfo.InvariantCulture))
        );

        IQueryable<Petition> Of(IQueryable<Petition> found) => filter.Of(found.KnownTo(caller, db), db, today);
    }

    /// <summary>Those that the query finds, and <paramref name="not"/> does not, of units that ever stood below the caller's.</summary>
    static IQueryable<Petition> Spelled(this PetitionsDb db, Caller caller, string query, string? not = null)
    {
        var found = not is null
            ? db.Petitions.FromSql($"select p.* from petitions p join petition_words w using (id) where words @@ {query}::tsquery")
            : db.Petitions.FromSql(
                $"select p.* from petitions p join petition_words w using (id) where words @@ {query}::tsquery and not words @@ {not}::tsquery"
            );
        if (caller.IsRoot())
            return found;
        // Whether it may see a petition depends on the day; that is looked at only where it can be.
        var ever = db.Database.SqlQuery<Guid>(
            $"""select unit_id as "Value" from directory.unit_ancestors where ancestor_id = {caller.UnitId} union select {caller.UnitId}"""
        );
        return found.Where(p => ever.Contains(p.UnitId));
    }

    static Hit View(Petition p) =>
        new(
            p.Id,
            p.Version,
            p.UnitId,
            p.Kind,
            p.Field,
            p.ReceivedOn,
            p.State,
            p.DueOn,
            p.Summary,
            p.ForwardedBy,
            p.ForwardingLetter,
            p.DocumentNumber
        );
}
