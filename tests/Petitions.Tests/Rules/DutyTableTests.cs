using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Every time limit of the law is followed: what starts it opens a duty that is in the lists of what is due, and what does it closes it.</summary>
public sealed class DutyTableTests
{
    /// <param name="Opens">The start event.</param>
    /// <param name="Closes">What does the duty.</param>
    sealed record Followed(string Opens, Func<Petition> Start, string Closes, Func<Petition, Rejection?> End);

    static readonly Dictionary<string, Followed> Duties = new()
    {
        ["KN.ACC"] = new("receipt", () => Received(PetitionKind.KhieuNai), "acceptance", Accept),
        ["KN.R1"] = new("acceptance", () => Accepted(PetitionKind.KhieuNai), "resolution", Resolve),
        ["KN.R1.REMOTE"] = new("acceptance, remote", () => Accepted(PetitionKind.KhieuNai, remote: true), "resolution", Resolve),
        ["KN.R2"] = new("acceptance of the second", () => SecondAccepted(remote: false), "resolution", Resolve),
        ["KN.R2.REMOTE"] = new("acceptance of the second, remote", () => SecondAccepted(remote: true), "resolution", Resolve),
        ["KN.SEND1"] = new("resolution", () => Resolved(PetitionKind.KhieuNai), "sending", p => Send(p, SendingKind.Decision)),
        ["KN.SEND2"] = new(
            "resolution of the second",
            () => Done(SecondAccepted(remote: false), Resolve),
            "sending",
            p => Send(p, SendingKind.Decision)
        ),
        ["KN.SUSP.SEND"] = new("suspension", () => Suspended(PetitionKind.KhieuNai), "sending", p => Send(p, SendingKind.SideDecision)),
        ["KN.DIALOGUE.NOTICE"] = new(
            "plan of a dialogue",
            () => Done(Accepted(PetitionKind.KhieuNai), p => p.PlanDialogue(Date("2026-11-30"), Engine, Today)),
            "sending",
            p => Send(p, SendingKind.DialogueNotice)
        ),
        ["TC.INIT"] = new("receipt", () => Received(PetitionKind.ToCao), "acceptance", Accept),
        ["TC.FWD"] = new(
            "receipt where nobody is competent",
            () => Received(PetitionKind.ToCao, unitKind: "MASS_MOBILIZATION_BOARD"),
            "forwarding",
            Forward
        ),
        ["TC.ACC.NOTIFY"] = new("acceptance", () => Accepted(PetitionKind.ToCao), "sending", p => Send(p, SendingKind.Acceptance)),
        ["TC.RES"] = new("acceptance", () => Accepted(PetitionKind.ToCao), "resolution", Resolve),
        ["TC.RES.EXT"] = new(
            "extension",
            () => Done(Accepted(PetitionKind.ToCao), p => p.Extend(30, [Complexity.SeveralPlaces], Date("2026-08-20"), "1", Engine, Today)),
            "resolution",
            Resolve
        ),
        ["TC.CONCL.SEND"] = new("resolution", () => Resolved(PetitionKind.ToCao), "sending", p => Send(p, SendingKind.Conclusion)),
        ["TC.ACTION"] = new(
            "resolution",
            () => Resolved(PetitionKind.ToCao),
            "conclusion-action",
            p => p.Act(Date("2026-09-07"), "1", Engine, Today)
        ),
        ["TC.ACTION.REPORT"] = new(
            "conclusion-action",
            () => Done(Resolved(PetitionKind.ToCao), p => p.Act(Date("2026-09-03"), "1", Engine, Today)),
            "sending",
            p => Send(p, SendingKind.ActionResult)
        ),
        ["TC.PUBLISH"] = new(
            "resolution",
            () => Resolved(PetitionKind.ToCao),
            "publication",
            p => p.Publish(PublicationManner.Portal, Date("2026-09-07"), "1", Today)
        ),
        ["TC.SUSP.SEND"] = new("suspension", () => Suspended(PetitionKind.ToCao), "sending", p => Send(p, SendingKind.SideDecision)),
        ["TC.PRESS"] = new("receipt from another body", () => ForwardedHere(), "sending", p => Send(p, SendingKind.ForwarderAnswer)),
        ["TC.AGAIN"] = new("receipt of a repeated denunciation", DenouncedAgain, "acceptance", Accept),
        ["TCD.REPLY"] = new("receipt", () => Received(PetitionKind.PhanAnh), "sending", p => Send(p, SendingKind.FirstAnswer)),
        ["TCD.FWD.RESULT"] = new(
            "resolution of what another body sent",
            () => Done(Done(ForwardedHere(), Accept), Resolve),
            "result-notice",
            p => p.ReportResult(Date("2026-09-07"), Today, out _)
        ),
        ["PAKN.FWD"] = new("receipt of feedback about a regulation", AboutARegulation, "forwarding", Forward),
    };

    /// <summary>Limits that the unit does not owe: shown with a petition, or kept with the second complaint. See DutyTests.</summary>
    static readonly string[] Shown = ["KN.APPEAL", "KN.LIMIT", "KN.FORCE", "TC.PUBLISH.POSTED"];

    /// <summary>Owed by the ledger of what was sent on (FollowUpTests), and in the book of receptions (ReceptionTests).</summary>
    static readonly string[] Elsewhere = ["TCD.FWD.TELL", "TCD.POST", "TCD.ONLINE.NOTICE", "TCD.ONLINE.TEST", "TCD.REFUSE"];

    public static TheoryData<string, string, string> Rows => [.. Duties.Select(row => (row.Key, row.Value.Opens, row.Value.Closes))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_duty_is_opened_by_its_start_event_and_closed_by_what_does_it(string rule, string opens, string closes)
    {
        var petition = Duties[rule].Start();
        var duty = petition.Deadlines.Single(d => d.Rule == rule && d.IsOpen);
        Assert.True(petition.DueOn <= duty.Due, $"{opens}: what falls due first is no later.");

        Assert.Null(Duties[rule].End(petition));

        Assert.False(duty.IsOpen, closes);
        Assert.NotNull(duty.InTime);
        Assert.Equal(petition.Deadlines.Where(d => d.IsRunning).Min(d => (DateOnly?)d.Due), petition.DueOn);
    }

    [Fact]
    public void No_row_of_the_law_is_left_out() =>
        Assert.Equal(Table.Rules.Select(rule => rule.Id).Distinct().Order(), Duties.Keys.Concat(Shown).Concat(Elsewhere).Order());

    internal static Petition Resolved(PetitionKind kind) => Done(Accepted(kind), Resolve);

    internal static Petition ForwardedHere(PetitionKind kind = PetitionKind.ToCao)
    {
        var petition = new Petition
        {
            UnitId = Guid.CreateVersion7(),
            Kind = kind,
            Channel = Channel.CoQuanChuyenDen,
            Field = PetitionField.HanhChinh,
            ReceivedOn = Date("2026-08-03"),
            Summary = "Thu tiền sai quy định",
            ForwardedBy = "Báo Nhân Dân",
            PetitionerType = PetitionerType.Individual,
        };
        Assert.Null(petition.Register(Committee, Engine, Today));
        return petition;
    }

    static Petition AboutARegulation()
    {
        var petition = new Petition
        {
            UnitId = Guid.CreateVersion7(),
            Kind = PetitionKind.PhanAnh,
            Channel = Channel.CongDienTu,
            Field = PetitionField.HanhChinh,
            ReceivedOn = Date("2026-08-03"),
            Summary = "Thủ tục cấp phép xây dựng",
            AboutRegulation = true,
        };
        Assert.Null(petition.Register(Committee, Engine, Today));
        return petition;
    }

    static Petition SecondAccepted(bool remote)
    {
        var second = RoundTests.Second("2026-09-01", "2026-09-28", remote);
        Assert.Null(second.Accept(Date("2026-10-05"), "1", Committee, Engine, Today));
        Assert.Null(second.Talk(new(Date("2026-10-12"), Date("2026-10-19"), Attendance.Present, "1"), Engine, Today));
        return second;
    }

    static Petition DenouncedAgain()
    {
        var again = New(PetitionKind.ToCao, receivedOn: "2026-10-01");
        Assert.Null(again.Continue(Resolved(PetitionKind.ToCao), Date("2026-09-10"), "PROVINCE", Engine));
        Assert.Null(again.Register(Committee, Engine, Today));
        return again;
    }

    static Petition Suspended(PetitionKind kind) => Done(Accepted(kind), p => p.Suspend(Date("2026-08-14"), "1", Engine, Today, out _));

    static Petition Done(Petition petition, Func<Petition, Rejection?> step)
    {
        Assert.Null(step(petition));
        return petition;
    }

    static Rejection? Accept(Petition petition) => petition.Accept(petition.ReceivedOn.AddDays(2), "1", Committee, Engine, Today);

    static Rejection? Forward(Petition petition) => petition.Forward(Guid.CreateVersion7(), Date("2026-08-06"), "1", Engine, Today);

    static Rejection? Resolve(Petition petition) =>
        petition.Resolve(
            petition.Kind is PetitionKind.PhanAnh ? Outcome.TiepThu : Outcome.Dung,
            petition.AcceptedOn!.Value.AddDays(20),
            "1",
            Committee,
            Engine,
            Today
        );

    /// <summary>To all roles, on the first day that is possible.</summary>
    static Rejection? Send(Petition petition, SendingKind what)
    {
        var start = petition.Deadlines.Where(d => d.IsOpen && Petitions.Duties.DoneBy(what).Contains(d.Rule)).Min(d => d.Start);
        return petition.Send(what, Enum.GetValues<Addressee>(), start < Today ? start : Today, "1", null, Engine, Today);
    }
}
