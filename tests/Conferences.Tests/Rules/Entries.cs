using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Tests.Rules;

/// <summary>The least that makes a conference; change what the test is about.</summary>
static class Entries
{
    public static readonly DateOnly Today = new(2026, 8, 3);
    public static readonly Guid Organiser = Guid.CreateVersion7();

    public static RecordConference.Request Planned =>
        new(
            Id: null,
            OrganiserUnitId: Organiser,
            Level: OrganiserLevel.Province,
            Scope: Reach.Tinh,
            Kind: ConferenceKind.GiaoBan,
            Purposes: [Purpose.GiaoBan],
            Mode: ConferenceMode.Online,
            Title: "Hội nghị giao ban quý III",
            Date: new(Today, DatePrecision.Day, null, null),
            PartOfDay: null,
            Place: null,
            PeriodReviewed: null,
            PeriodPlanned: null,
            Themes: null,
            Sites: null,
            Participants: null,
            Papers: null,
            Results: null,
            Discussions: null,
            Documents: null,
            Models: null,
            Mentions: null,
            DeclaredKeyTasks: null,
            DeclaredAsPrinted: null,
            Conclusions: null,
            OversightPlans: null,
            Source: null
        );

    public static RecordConference.Request Held => Planned with { State = ConferenceState.Closed };

    public static Conference In(ConferenceState state)
    {
        var conference = Conference.From(Planned with { State = state }, Guid.CreateVersion7(), []);
        return conference;
    }
}
