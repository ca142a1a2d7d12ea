using DanVan.Conferences.Conclusions;
using DanVan.Conferences.People;

namespace DanVan.Conferences.Convening;

/// <summary>Looks up what an entry refers to: units as they stood on the day, people, themes, documents.</summary>
sealed class References(ConferencesDb db, UnitTree tree, Caller caller, DateOnly day, CancellationToken ct)
{
    /// <summary>The first unit of <paramref name="units"/> that did not exist on the day.</summary>
    public Rejection? Units(IEnumerable<(Guid? Unit, string Field)> units) =>
        units
            .Where(one => one.Unit is { } unit && tree.Find(unit, day) is null)
            .Select(one => Unknown(one.Field, "đơn vị", "unit"))
            .FirstOrDefault();

    /// <summary>The first theme or document that is not in its register.</summary>
    public async Task<Rejection?> Registers(RecordConference.Request entry)
    {
        var themes = Asked((entry.Themes ?? []).Select((theme, index) => (theme.ThemeId, $"themes[{index}].themeId")));
        var documents = Asked((entry.Documents ?? []).Select((document, index) => (document.DocumentId, $"documents[{index}].documentId")));
        var (themeIds, documentIds) = (themes.Keys.ToList(), documents.Keys.ToList());
        var knownThemes = await db.Themes.Where(x => themeIds.Contains(x.Id)).Select(x => x.Id).ToListAsync(ct);
        var knownDocuments = await db.Documents.Where(x => documentIds.Contains(x.Id)).Select(x => x.Id).ToListAsync(ct);
        return Missing(themes, knownThemes, "chủ đề", "theme") ?? Missing(documents, knownDocuments, "văn bản", "document");
    }

    /// <summary>The people named, or what is not known to the caller.</summary>
    public Task<(IReadOnlyList<KnownPerson> People, Rejection? Refused)> People(RecordConference.Request entry) =>
        People([
            .. (entry.Participants ?? []).Select((one, index) => (one.PersonId, $"participants[{index}].personId")),
            .. (entry.Papers ?? []).Select((paper, index) => (paper.SpeakerId, $"papers[{index}].speakerId")),
            .. Speakers(entry.Conclusions ?? []),
        ]);

    /// <summary>The people who said the conclusions, or what is not known to the caller.</summary>
    public Task<(IReadOnlyList<KnownPerson> People, Rejection? Refused)> People(IReadOnlyList<ConclusionEntry> conclusions) =>
        People(Speakers(conclusions));

    async Task<(IReadOnlyList<KnownPerson> People, Rejection? Refused)> People(IEnumerable<(Guid? Id, string Field)> people)
    {
        var asked = Asked(people);
        var ids = asked.Keys.ToList();
        var found = await db.People.KnownTo(caller, db).Where(x => ids.Contains(x.Id)).ToListAsync(ct);
        return (found, Missing(asked, found.Select(x => x.Id), "người", "person"));
    }

    static IEnumerable<(Guid? Id, string Field)> Speakers(IReadOnlyList<ConclusionEntry> conclusions) =>
        conclusions.Select((item, index) => (item.SaidById, $"conclusions[{index}].saidById"));

    /// <summary>The first unit in charge of a task that did not exist on the day.</summary>
    public Rejection? LeadUnits(IReadOnlyList<ConclusionEntry> conclusions) =>
        Units(
            conclusions.SelectMany(
                (item, index) => (item.Tasks ?? []).Select((task, at) => (task.LeadUnitId, $"conclusions[{index}].tasks[{at}].leadUnitId"))
            )
        );

    /// <summary>404, as for whatever the caller may not know of.</summary>
    public static Rejection OutOfReach(string field) =>
        new(
            "conferences.unit-unknown",
            "Không có đơn vị này trong phạm vi của người gọi vào ngày đó.",
            "There is no such unit within the caller's reach on that day.",
            404,
            field
        );

    static Rejection Unknown(string field, string vi, string en) =>
        new(
            "conferences.reference-unknown",
            $"Không có {vi} này, hoặc người gọi không được biết đến.",
            $"There is no such {en}, or the caller may not know of it.",
            400,
            field
        );

    static Dictionary<Guid, string> Asked(IEnumerable<(Guid? Id, string Field)> ids) =>
        ids.Where(one => one.Id is not null).GroupBy(one => one.Id!.Value).ToDictionary(group => group.Key, group => group.First().Field);

    static Rejection? Missing(Dictionary<Guid, string> asked, IEnumerable<Guid> found, string vi, string en) =>
        asked.Keys.Except(found).Select(id => Unknown(asked[id], vi, en)).FirstOrDefault();
}
