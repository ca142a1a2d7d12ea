using DanVan.Conferences.Conclusions;

namespace DanVan.Conferences.Convening;

/// <summary>
/// What was said and cited at a conference, kept as one JSON document: it is read with the conference and has no life of its own.
/// People and tasks do, and have their own tables.
/// </summary>
public sealed record ConferenceRecord(
    IReadOnlyList<Site> Sites,
    IReadOnlyList<ThemeMention> Themes,
    IReadOnlyList<Paper> Papers,
    IReadOnlyList<Statement> Results,
    IReadOnlyList<Statement> Discussions,
    IReadOnlyList<Citation> Documents,
    IReadOnlyList<ModelMention> Models,
    IReadOnlyList<TopicMention> Mentions,
    IReadOnlyList<ConclusionItem> Conclusions,
    Source? Source
);

/// <summary>A bridge site (điểm cầu). The centre of an online conference, or the room of one in person, is not a site: it is where no site is named.</summary>
/// <param name="Key">Short key by which participants and papers of this conference name the site.</param>
/// <param name="Name">Name as printed, such as "Điểm cầu Hải Phòng".</param>
/// <param name="UnitId">The unit at that end; null when it is not a unit of the directory.</param>
/// <param name="Place">The hall or address; null when not stated.</param>
public sealed record Site([Pattern("^[a-z0-9-]{1,50}$")] string Key, [Text(200)] string Name, Guid? UnitId, [Text(300)] string? Place);

/// <summary>The theme of a year as the conference named it.</summary>
/// <param name="Year">The year of the theme.</param>
/// <param name="AsPrinted">The theme as printed.</param>
/// <param name="ThemeId">The theme in the register; null while it is not identified.</param>
public sealed record ThemeMention([Whole(1945, 2100)] int Year, [Text(500)] string AsPrinted, Guid? ThemeId);

/// <summary>A paper (tham luận). Often the organisation is known and the speaker is not.</summary>
/// <param name="Topic">The topic as printed.</param>
/// <param name="Organisation">The body that gave it; null when not stated.</param>
/// <param name="SpeakerId">The speaker; null when not stated.</param>
/// <param name="Site">Key of the bridge site it was given from; null for the centre or when not stated.</param>
public sealed record Paper([Text(1000)] string Topic, [Text(300)] string? Organisation, Guid? SpeakerId, [Text(50)] string? Site);

/// <summary>A result or a matter discussed, in words. Figures belong into reports, where they have an indicator and a period.</summary>
public sealed record Statement([Text(4000)] string Text);

/// <summary>A document cited by the conference.</summary>
/// <param name="AsPrinted">The citation as printed: "Chỉ thị số 30".</param>
/// <param name="DocumentId">The canonical document; null while it is not identified.</param>
public sealed record Citation([Text(500)] string AsPrinted, Guid? DocumentId);

/// <summary>A model (mô hình) that the conference named.</summary>
/// <param name="Name">Its name as printed.</param>
/// <param name="ModelId">The model in the register of the awards service; null while it is not identified.</param>
public sealed record ModelMention([Text(500)] string Name, Guid? ModelId);

/// <summary>A topic that the conference touched, by which conferences are found and counted.</summary>
/// <param name="Topic">Code of the topic: bau-cu-quoc-hoi-khoa-xv, don-thu-va-vu-viec-buc-xuc …</param>
/// <param name="Quote">The words that show it.</param>
public sealed record TopicMention([Pattern("^[a-z0-9-]{1,80}$")] string Topic, [Text(1000)] string Quote);

/// <summary>Where the record was taken from.</summary>
/// <param name="Publisher">The newspaper or body, as it signs; null when the source does not show it.</param>
/// <param name="Title">Title of the article or document.</param>
/// <param name="Author">Its author as signed; null when not signed.</param>
/// <param name="PublishedAt">When it was published: neither the day of the conference nor the period reported.</param>
public sealed record Source(
    [Text(200)] string? Publisher,
    [Text(500)] string Title,
    [Text(200)] string? Author,
    DateTimeOffset? PublishedAt
);
