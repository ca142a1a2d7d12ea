using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Searching;

/// <summary>
/// The words by which a conference is found. The database folds case, tones, both placements of a tone and đ (text search configuration
/// <c>danvan_folded</c>); what is stored and shown keeps its spelling.
/// </summary>
static class SearchText
{
    /// <summary>Name of the text search configuration, made by the first migration.</summary>
    public const string Configuration = "danvan_folded";

    public static string Of(RecordConference.Request entry, IEnumerable<string> names) =>
        Join([
            entry.Title,
            entry.Place,
            .. (entry.Sites ?? []).Select(site => site.Name),
            .. (entry.Themes ?? []).Select(theme => theme.AsPrinted),
            .. (entry.Papers ?? []).SelectMany(paper => new[] { paper.Topic, paper.Organisation }),
            .. (entry.Results ?? []).Select(result => result.Text),
            .. (entry.Discussions ?? []).Select(matter => matter.Text),
            .. (entry.Documents ?? []).Select(document => document.AsPrinted),
            .. (entry.Models ?? []).Select(model => model.Name),
            .. (entry.Mentions ?? []).Select(mention => mention.Quote),
            .. (entry.Conclusions ?? []).Select(item => item.Text),
            .. (entry.Participants ?? []).SelectMany(one => new[] { one.NameAsPrinted, one.Organisation, one.UnitClass }),
            .. names,
        ]);

    public static string Of(IEnumerable<ConclusionEntry> items) => Join(items.Select(item => item.Text));

    static string Join(IEnumerable<string?> words) => Abbreviations.WriteOut(string.Join('\n', words.Where(word => word is not null)));
}
