using DanVan.Conferences.Conclusions;
using DanVan.Conferences.People;

namespace DanVan.Conferences.Convening;

/// <summary>
/// A conference with all that is known of it. Null means "not stated", and is never to be read as none or zero. What goes on living after it
/// (tasks, oversight plans, awards handed over) has its own address, so that the version of a conference stands for all that is shown here.
/// </summary>
public sealed record ConferenceView(
    Guid Id,
    int Version,
    Guid OrganiserUnitId,
    OrganiserLevel Level,
    Reach Scope,
    ConferenceKind Kind,
    IReadOnlyList<Purpose> Purposes,
    ConferenceMode Mode,
    string Title,
    EventDate? Date,
    PartOfDay? PartOfDay,
    string? Place,
    string? PeriodReviewed,
    string? PeriodPlanned,
    ConferenceState State,
    string? StateReason,
    IReadOnlyList<ThemeMention> Themes,
    IReadOnlyList<Site> Sites,
    bool CentralChairStated,
    IReadOnlyList<ParticipantView> Participants,
    IReadOnlyList<Paper> Papers,
    IReadOnlyList<Statement> Results,
    IReadOnlyList<Statement> Discussions,
    IReadOnlyList<Citation> Documents,
    IReadOnlyList<ModelMention> Models,
    IReadOnlyList<TopicMention> Mentions,
    int? DeclaredKeyTasks,
    string? DeclaredAsPrinted,
    int EnteredKeyTasks,
    ListStatus ListStatus,
    string? ConclusionNumber,
    DateOnly? ConclusionIssuedOn,
    IReadOnlyList<ConclusionView> Conclusions,
    Source? Source
) : IVersionedView
{
    public static ConferenceView Of(Conference conference, ILookup<int, Guid> tasksByItem)
    {
        var record = conference.Record;
        return new(
            conference.Id,
            conference.Version,
            conference.UnitId,
            conference.Level,
            conference.Scope,
            conference.Kind,
            conference.Purposes,
            conference.Mode,
            conference.Title,
            conference.EventDate,
            conference.PartOfDay,
            conference.Place,
            conference.PeriodReviewed,
            conference.PeriodPlanned,
            conference.State,
            conference.StateReason,
            record.Themes,
            record.Sites,
            conference.Participants.Any(one => one.ChairsTheCentre),
            [.. conference.Participants.OrderBy(one => one.Ordinal).Select(ParticipantView.Of)],
            record.Papers,
            record.Results,
            record.Discussions,
            record.Documents,
            record.Models,
            record.Mentions,
            conference.DeclaredKeyTasks,
            conference.DeclaredAsPrinted,
            conference.EnteredKeyTasks,
            conference.ListStatus,
            conference.ConclusionNumber,
            conference.ConclusionIssuedOn,
            [
                .. record.Conclusions.Select(item => new ConclusionView(
                    item.Item,
                    item.Kind,
                    item.Text,
                    item.SaidById,
                    [.. tasksByItem[item.Item]]
                )),
            ],
            record.Source
        );
    }
}
