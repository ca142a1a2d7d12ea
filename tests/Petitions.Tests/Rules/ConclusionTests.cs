using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Luật TC Đ36, Đ40. The denunciation was accepted on 5 August 2026 and concluded on Monday 24 August: 7 working days, two off among them, end on Friday 4 September.</summary>
public sealed class ConclusionTests
{
    readonly Petition concluded = Concluded();

    // What is to be sent is owed besides: see DutyTests.
    static readonly string[] concluding = ["TC.ACTION", "TC.PUBLISH", "TC.RES"];

    [Fact]
    public void A_conclusion_is_acted_on_and_made_public_within_7_working_days_Đ36_1_Đ40()
    {
        Assert.Equal(["TC.ACTION 2026-09-04", "TC.PUBLISH 2026-09-04"], Open());
        Assert.Null(concluded.Publish(PublicationManner.Portal, Date("2026-09-04"), "47/TB", Today));
        Assert.Equal(["TC.ACTION 2026-09-04"], Open());
        Assert.Equal((true, Date("2026-09-04"), null), (concluded.InTime, concluded.PublishedOn, concluded.ActedOn));

        Assert.Null(concluded.Act(Date("2026-09-07"), "46/QĐ", Engine, Today));
        Assert.Equal((false, PetitionState.Resolved), (concluded.InTime, concluded.State));
        Assert.Equal((Date("2026-09-07"), Date("2026-09-04")), (concluded.ActedOn, concluded.PublishedOn));
    }

    [Fact]
    public void Each_is_recorded_once_for_a_conclusion()
    {
        Assert.Null(concluded.Act(Date("2026-09-01"), "46/QĐ", Engine, Today));
        Is("petitions.already-followed-up", concluded.Act(Date("2026-09-02"), "46/QĐ", Engine, Today));
        Is("petitions.date-before-previous-step", concluded.Publish(PublicationManner.Portal, Date("2026-08-23"), "47/TB", Today));
        Is("petitions.date-in-the-future", concluded.Publish(PublicationManner.Portal, Date("2026-11-21"), "47/TB", Today));
    }

    [Fact]
    public void Only_the_conclusion_on_a_denunciation_is_followed_up()
    {
        var complaint = Accepted(PetitionKind.KhieuNai);
        Assert.Null(complaint.Resolve(Outcome.Sai, Date("2026-08-24"), "1", Committee, Engine, Today));

        Is("petitions.follows-a-conclusion", complaint.Act(Date("2026-09-01"), "46/QĐ", Engine, Today));
        Is("petitions.wrong-state", Accepted(PetitionKind.ToCao).Act(Date("2026-09-01"), "46/QĐ", Engine, Today));
    }

    [Fact]
    public void After_a_new_conclusion_there_is_another_action()
    {
        Assert.Null(concluded.Act(Date("2026-09-01"), "46/QĐ", Engine, Today));
        Assert.Null(concluded.Reopen(ReopeningReason.SetAside, Date("2026-09-21"), "50/QĐ", Engine, Today));
        Assert.Equal(["TC.RES 2026-10-21"], Open());

        Assert.Null(concluded.Resolve(Outcome.Dung, Date("2026-10-12"), "1", Committee, Engine, Today));

        Assert.Equal(["TC.ACTION 2026-10-21", "TC.PUBLISH 2026-10-21"], Open());
        Assert.Null(concluded.ActedOn);
    }

    IEnumerable<string> Open() =>
        concluded.Deadlines.Where(d => d.IsOpen && concluding.Contains(d.Rule)).Select(d => $"{d.Rule} {d.Due:yyyy-MM-dd}").Order();

    internal static Petition Concluded()
    {
        var denunciation = Accepted(PetitionKind.ToCao);
        Assert.Null(denunciation.Resolve(Outcome.Dung, Date("2026-08-24"), "1", Committee, Engine, Today));
        return denunciation;
    }
}
