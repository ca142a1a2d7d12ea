using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Duplicates;

/// <summary>Suggests papers that may be about the case of this one (đơn trùng): by person, by content, by place.</summary>
public static class SuggestDuplicates
{
    const int Most = 20;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/duplicates", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Gợi ý đơn trùng / Suggest duplicates")
            .WithDescription(
                "The likeliest first, of the units that the caller sees; papers of its own case are not among them. Persons are compared by keyed hashes: the "
                    + "answer says that they are the same, not who. Join one by `POST /{id}/case`."
            );

    static async Task<Results<Ok<IReadOnlyList<Suggestion>>, NotFound>> Handle(Guid id, PetitionsDb db, Caller caller, CancellationToken ct)
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        var keys = await db.PetitionerKeys.Where(k => k.PetitionId == id).Select(k => k.Key).ToListAsync(ct);
        var samePerson = (
            await db.PetitionerKeys.AsNoTracking().Where(k => keys.Contains(k.Key) && k.PetitionId != id).ToListAsync(ct)
        ).ToLookup(k => k.PetitionId, k => k.Same);
        var (paper, summary, place) = (petition.PaperId ?? id, petition.Summary, petition.PlaceUnitId);
        var people = samePerson.Select(person => person.Key).ToList();
        var ofPerson = db.Petitions.Where(p => people.Contains(p.Id));
        var ofContent = db.Petitions.FromSql($"select p.* from petitions p join petition_words w using (id) where w.content % {summary}");

        List<Compared> found =
        [
            .. await Likest(Others(ofPerson), summary, place, ct),
            .. await Likest(Others(ofContent), summary, place, ct),
        ];
        return TypedResults.Ok<IReadOnlyList<Suggestion>>([
            .. found
                .DistinctBy(other => other.Id)
                .Select(other => Suggest(other, [.. samePerson[other.Id].Distinct()]))
                .OrderByDescending(suggestion => suggestion.Score)
                .ThenBy(suggestion => suggestion.PetitionId)
                .Take(Most),
        ]);

        IQueryable<Petition> Others(IQueryable<Petition> petitions) =>
            petitions.AsNoTracking().KnownTo(caller, db).Where(p => p.CaseId != petition.CaseId && p.Id != paper && p.PaperId != paper);
    }

    sealed record Compared(
        Guid Id,
        Guid UnitId,
        PetitionKind Kind,
        PetitionState State,
        DateOnly ReceivedOn,
        Guid CaseId,
        bool SamePlace,
        double Similarity
    );

    static Task<List<Compared>> Likest(IQueryable<Petition> petitions, string summary, Guid? place, CancellationToken ct) =>
        petitions
            .OrderByDescending(p => EF.Functions.TrigramsSimilarity(p.Summary, summary))
            .Take(Most)
            .Select(p => new Compared(
                p.Id,
                p.UnitId,
                p.Kind,
                p.State,
                p.ReceivedOn,
                p.CaseId,
                place != null && p.PlaceUnitId == place,
                EF.Functions.TrigramsSimilarity(p.Summary, summary)
            ))
            .ToListAsync(ct);

    static Suggestion Suggest(Compared other, IReadOnlyCollection<SamePerson> same)
    {
        var (score, reasons) = Likenesses.Weigh(same, other.Similarity, other.SamePlace);
        return new(
            other.Id,
            other.UnitId,
            other.Kind,
            other.State,
            other.ReceivedOn,
            other.CaseId,
            score,
            Math.Round(other.Similarity, 2),
            reasons
        );
    }
}
