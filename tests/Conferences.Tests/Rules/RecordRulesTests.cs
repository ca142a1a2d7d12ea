using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Convening;
using DanVan.Conferences.Oversight;
using DanVan.Conferences.People;
using static DanVan.Conferences.Tests.Rules.Entries;

namespace DanVan.Conferences.Tests.Rules;

public sealed class RecordRulesTests
{
    static readonly Site Site = new("hai-phong", "Điểm cầu Hải Phòng", null, null);
    static readonly ParticipantEntry Person = new(Guid.CreateVersion7(), null, [ParticipantRole.Delegate], null, null, null, null, null);

    [Fact]
    public void The_least_is_enough()
    {
        Assert.Null(RecordRules.Check(Planned, Today));
        Assert.Null(RecordRules.Check(Held, Today));
    }

    [Fact]
    public void A_conference_begins_planned_or_held() =>
        Refuses(Planned with { State = ConferenceState.InSession }, "conferences.first-state", "state");

    [Fact]
    public void A_held_conference_has_a_day_that_has_come()
    {
        Refuses(Held with { Date = null }, "conferences.not-yet", "date");
        Refuses(Held with { Date = new(Today.AddDays(1), DatePrecision.Day, null, null) }, "conferences.not-yet", "date");
    }

    [Fact]
    public void A_planned_conference_has_no_conclusions() =>
        Refuses(
            Planned with
            {
                Conclusions = [new(ConclusionKind.KeyTask, "một", null, null)],
            },
            "conferences.conclusions-too-early",
            "conclusions"
        );

    [Fact]
    public void A_conference_in_person_has_no_bridge_sites() =>
        Refuses(Planned with { Mode = ConferenceMode.InPerson, Sites = [Site] }, "conferences.sites-in-person", "sites");

    [Fact]
    public void A_key_names_one_site() => Refuses(Planned with { Sites = [Site, Site] }, "conferences.site-twice", "sites[1].key");

    [Fact]
    public void Participants_and_papers_are_at_sites_that_exist()
    {
        Refuses(Planned with { Participants = [Person with { Site = "ha-noi" }] }, "conferences.site-unknown", "participants[0].site");
        Refuses(Planned with { Papers = [new("Chủ đề", null, null, "ha-noi")] }, "conferences.site-unknown", "papers[0].site");
        Assert.Null(RecordRules.Check(Planned with { Sites = [Site], Participants = [Person with { Site = "hai-phong" }] }, Today));
    }

    [Fact]
    public void A_site_chair_chairs_a_site() =>
        Refuses(
            Planned with
            {
                Participants = [Person with { Roles = [ParticipantRole.SiteChair] }],
            },
            "conferences.site-chair",
            "participants[0].site"
        );

    [Fact]
    public void A_participant_is_a_person_a_body_or_a_class()
    {
        Assert.Null((Person with { PersonId = null, Organisation = "Công an nhân dân" }).Check("p"));
        Assert.Null((Person with { PersonId = null, UnitClass = "các huyện ủy" }).Check("p"));
        Assert.Equal("conferences.participant-unknown", (Person with { PersonId = null }).Check("p")?.Code);
        Assert.Equal("conferences.participant-class", (Person with { UnitClass = "các huyện ủy" }).Check("p")?.Code);
    }

    [Fact]
    public void The_chair_of_a_site_does_not_chair_the_centre()
    {
        var conference = Conference.From(
            Planned with
            {
                Sites = [Site],
                Participants = [Person with { Roles = [ParticipantRole.SiteChair], Site = "hai-phong" }],
            },
            Guid.CreateVersion7(),
            []
        );

        Assert.DoesNotContain(conference.Participants, one => one.ChairsTheCentre);
    }

    [Fact]
    public void Some_is_not_a_number()
    {
        Assert.Equal("conferences.oversight-count", Plan(new OversightTarget("một số xã", TargetQuantity.Unspecified, 3)).Check("")?.Code);
        Assert.Equal("targets[0].count", Plan(new OversightTarget("10 xã", TargetQuantity.Counted, null)).Check("")?.Field);
        Assert.Null(Plan(new OversightTarget("một số xã", TargetQuantity.Unspecified, null)).Check(""));
    }

    [Fact]
    public void The_units_of_a_plan_are_counted_only_when_every_class_is()
    {
        Assert.Equal(15, Total(new("10 xã", TargetQuantity.Counted, 10), new("5 sở", TargetQuantity.Counted, 5)));
        Assert.Null(Total(new("10 xã", TargetQuantity.Counted, 10), new("một số sở", TargetQuantity.Unspecified, null)));
    }

    static OversightEntry Plan(params OversightTarget[] targets) => new(null, OversightKind.KiemTra, 2026, "QCDC ở cơ sở", targets);

    static int? Total(params OversightTarget[] targets) => OversightPlan.From(Plan(targets), Organiser, null).TargetCount;

    static void Refuses(RecordConference.Request entry, string code, string field)
    {
        var refused = RecordRules.Check(entry, Today);

        Assert.Equal((code, field, 400), (refused?.Code, refused?.Field, refused?.Status));
    }
}
