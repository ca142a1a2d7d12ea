using DanVan.Petitions.Receptions;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

public sealed class ReceptionTests
{
    static readonly ReceptionDuties Duties = ReceptionDuties.Load();

    [Fact]
    public void Luật_TCD_Đ15_a_communal_chair_receives_every_week_until_June_2026_and_two_days_a_month_since()
    {
        var done = Duties.Done(
            "PEOPLES_COMMITTEE",
            "COMMUNE",
            Date("2026-06-15"),
            Date("2026-08-31"),
            [
                new(Date("2026-06-16"), ReceivedBy.Head),
                new(Date("2026-06-24"), ReceivedBy.Delegate),
                new(Date("2026-07-02"), ReceivedBy.Head),
                new(Date("2026-07-02"), ReceivedBy.Head),
                new(Date("2026-08-04"), ReceivedBy.Head),
                new(Date("2026-08-04"), ReceivedBy.Officer),
                new(Date("2026-08-20"), ReceivedBy.Head),
                new(Date("2026-08-20"), ReceivedBy.Delegate),
            ]
        );

        Assert.Equal(
            [("2026-06-15", 1, 1, 0, true), ("2026-06-22", 1, 0, 1, false), ("2026-07-01", 2, 1, 0, false), ("2026-08-01", 2, 2, 0, true)],
            done.Select(d => ($"{d.From:yyyy-MM-dd}", d.Required, d.ByHead, d.Delegated, d.IsDone))
        );
    }

    [Theory]
    [InlineData("PEOPLES_COMMITTEE", "PROVINCE", "Luật Tiếp công dân Đ12.5", 1)]
    [InlineData("PARTY_COMMITTEE", "COMMUNE", "Quy định 11-QĐi/TW, sửa đổi bởi Kết luận 215-KL/TW", 2)]
    [InlineData("DEPARTMENT", "PROVINCE", "Luật Tiếp công dân Đ18.2; NĐ 154/2026 Đ10.2", 1)]
    public void The_duty_of_each_head_in_a_month(string kind, string level, string article, int days)
    {
        var duty = Assert.Single(Duties.Done(kind, level, Date("2026-09-01"), Date("2026-09-30"), []));

        Assert.Equal((article, days, false), (duty.Article, duty.Required, duty.IsDone));
    }

    [Fact]
    public void Half_a_month_owes_nothing_and_a_board_never() =>
        Assert.Empty(
            (DutyDone[])
                [
                    .. Duties.Done("PEOPLES_COMMITTEE", "PROVINCE", Date("2026-09-02"), Date("2026-09-30"), []),
                    .. Duties.Done("MASS_MOBILIZATION_BOARD", "PROVINCE", Date("2026-01-01"), Date("2026-12-31"), []),
                ]
        );

    [Fact]
    public void Luật_TCD_Đ24_4_the_schedule_is_posted_five_working_days_before()
    {
        var onTime = Session("2026-09-15", postedOn: "2026-09-08");
        var late = Session("2026-09-15", postedOn: "2026-09-09");
        var unforeseen = Session("2026-09-15", kind: ReceptionKind.DotXuat);

        Assert.All([onTime, late, unforeseen], session => Assert.Null(session.Plan(Engine)));
        Assert.Equal((Date("2026-09-08"), true), (onTime.PostBy, onTime.PostedInTime));
        Assert.False(late.PostedInTime);
        Assert.Null(unforeseen.PostedInTime);
        Is("petitions.after-the-session", Session("2026-09-15", postedOn: "2026-09-16").Plan(Engine));
    }

    [Fact]
    public void NĐ_154_Đ23_Đ24_an_online_session_is_notified_tested_and_recorded()
    {
        Is("petitions.no-online-reception-yet", Online("2026-06-30", "2026-06-01").Plan(Engine));
        Is("petitions.notified-too-late", Online("2026-09-15", "2026-09-09").Plan(Engine));
        Is("petitions.no-sites", Online("2026-09-15", "2026-09-08").Plan(Engine));
        var session = Online("2026-09-15", "2026-09-08", "Xã A");
        Assert.Null(session.Plan(Engine));
        Is("petitions.not-recorded", session.Hold(ReceivedBy.Head, Date("2026-09-14"), recorded: false, Engine, Today));
        Is("petitions.tested-too-late", session.Hold(ReceivedBy.Head, Date("2026-09-15"), recorded: true, Engine, Today));
        Assert.Null(session.Hold(ReceivedBy.Head, Date("2026-09-14"), recorded: true, Engine, Today));

        Is("petitions.protected-denunciation-online", session.Hear(Visit(PetitionKind.ToCao), askedForProtection: true, Engine));
        Assert.Null(session.Hear(Visit(PetitionKind.ToCao), askedForProtection: false, Engine));
    }

    [Fact]
    public void Luật_TCD_Đ9_who_is_turned_away_is_told_why_in_writing_within_three_working_days()
    {
        var session = Held("2026-09-15");
        var drawnOut = Visit(outcome: VisitOutcome.Refused, ground: "TCD.9.3");

        Assert.Null(session.Hear(drawnOut, false, Engine));
        Assert.Equal(Date("2026-09-18"), drawnOut.RefusalDueOn);
        var drunk = Visit(outcome: VisitOutcome.Refused, ground: "TCD.9.1");
        Assert.Null(session.Hear(drunk, false, Engine));
        Assert.Null(drunk.RefusalDueOn);
        Is("petitions.ground-for-refusals-only", session.Hear(Visit(outcome: VisitOutcome.Refused), false, Engine));
        Is("petitions.ground-for-refusals-only", session.Hear(Visit(ground: "TCD.9.1"), false, Engine));
        Is("petitions.unknown-ground", session.Hear(Visit(outcome: VisitOutcome.Refused, ground: "TCD.9"), false, Engine));
        Is("petitions.petition-for-received-only", session.Hear(Visit(outcome: VisitOutcome.Received), false, Engine));
        Is("petitions.petition-for-received-only", session.Hear(Visit(petition: Guid.CreateVersion7()), false, Engine));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void TT_07_2014_Đ6_4b_five_people_are_a_group(int people, bool group) => Assert.Equal(group, Visit(people: people).IsGroup);

    [Fact]
    public void Nobody_is_heard_in_a_session_that_was_not_held()
    {
        var session = Session("2026-09-15");
        Assert.Null(session.Plan(Engine));

        Is("petitions.wrong-state", session.Hear(Visit(), false, Engine));
        Assert.Null(session.Cancel("1", "Bão"));
        Is("petitions.wrong-state", session.Hold(ReceivedBy.Head, null, false, Engine, Today));
        Is("petitions.wrong-state", Held("2026-09-15").Hold(ReceivedBy.Head, null, false, Engine, Today));
        Is("petitions.wrong-state", Held("2026-09-15").Cancel("1", "Bão"));
        Is("petitions.date-in-the-future", Session("2026-12-15").Hold(ReceivedBy.Head, null, false, Engine, Today));
    }

    static Reception Held(string on)
    {
        var session = Session(on);
        Assert.Null(session.Plan(Engine));
        Assert.Null(session.Hold(ReceivedBy.Head, null, false, Engine, Today));
        return session;
    }

    static Reception Session(string on, string? postedOn = null, ReceptionKind kind = ReceptionKind.DinhKy) =>
        new()
        {
            UnitId = Guid.CreateVersion7(),
            Kind = kind,
            HeldOn = Date(on),
            Place = "Trụ sở tiếp công dân",
            PostedOn = postedOn is null ? null : Date(postedOn),
        };

    static Reception Online(string on, string notifiedOn, params string[] sites) =>
        new()
        {
            UnitId = Guid.CreateVersion7(),
            Kind = ReceptionKind.DotXuat,
            HeldOn = Date(on),
            Place = "Trụ sở tiếp công dân",
            IsOnline = true,
            NotifiedOn = Date(notifiedOn),
            Sites = sites,
        };

    static Visit Visit(
        PetitionKind kind = PetitionKind.PhanAnh,
        VisitOutcome outcome = VisitOutcome.Guided,
        string? ground = null,
        int people = 1,
        Guid? petition = null
    ) =>
        new()
        {
            ReceptionId = Guid.CreateVersion7(),
            Kind = kind,
            Field = PetitionField.HanhChinh,
            People = people,
            IsNewCase = true,
            Outcome = outcome,
            Ground = ground,
            PetitionId = petition,
        };
}
