using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.EligibilityTests;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Petitions of many people (đông người), received on Monday 3 August 2026.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(4, false)] // 2 to 4 who sign together are no group
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    [InlineData(1000, true)]
    public void From_five_people_on_they_are_a_group_TT_07_2014_6_4(int people, bool group)
    {
        Assert.Equal(group, LawOfHandling.GroupOf(people, Date("2026-08-03")) is not null);
        var complaint = Of(people);
        var refused = complaint.LacksAppointment(LawOfHandling, Date("2026-08-05"));
        Assert.Equal(group ? "petitions.appointment-missing" : null, refused?.Code);
    }

    [Theory]
    [InlineData(5, 1, true)]
    [InlineData(5, 2, true)]
    [InlineData(10, 2, true)]
    [InlineData(10, 3, false)]
    [InlineData(11, 3, true)]
    [InlineData(11, 5, true)]
    [InlineData(300, 5, true)]
    [InlineData(300, 6, false)]
    [InlineData(2, 2, true)]
    [InlineData(4, 3, true)] // no number is set for 2 to 4
    public void So_many_represent_a_group_LTCD_29(int people, int representatives, bool allowed)
    {
        var complaint = Of(people);

        var refused = complaint.Appoint(representatives, people, Date("2026-08-02"), LawOfHandling, Today);

        Assert.Equal(allowed ? null : "petitions.number-of-representatives", refused?.Code);
        Assert.Equal(allowed ? representatives : null, complaint.Representatives);
        if (allowed)
            Assert.Null(complaint.LacksAppointment(LawOfHandling, Date("2026-08-05")));
    }

    [Fact]
    public void All_sign_the_appointment_and_representatives_are_among_them_LTCD_29()
    {
        Is("petitions.appointment-not-signed-by-all", Of(6).Appoint(1, 5, Date("2026-08-02"), LawOfHandling, Today));
        Is("petitions.representatives-are-signatories", Of(2).Appoint(3, 2, Date("2026-08-02"), LawOfHandling, Today));
        Is("petitions.date-in-the-future", Of(6).Appoint(1, 6, Date("2026-11-21"), LawOfHandling, Today));
        Is("petitions.wrong-state", Accepted(PetitionKind.KhieuNai).Appoint(1, 1, Date("2026-08-02"), LawOfHandling, Today));
    }

    [Fact]
    public void Only_a_complaint_needs_the_appointment_to_be_accepted_155_2026_10()
    {
        foreach (var kind in new[] { PetitionKind.ToCao, PetitionKind.KienNghi, PetitionKind.PhanAnh })
            Assert.Null(Of(6, kind).LacksAppointment(LawOfHandling, Date("2026-08-05")));
    }

    [Fact]
    public void One_of_six_withdraws_and_the_case_goes_on_with_the_representatives_it_had_155_2026_7a()
    {
        var complaint = Of(11);
        Assert.Null(complaint.Appoint(5, 11, Date("2026-08-02"), LawOfHandling, Today));
        Assert.Null(complaint.Accept(Date("2026-08-05"), "1", Committee, Engine, Today));
        var due = complaint.DueOn;

        Assert.Null(complaint.WithdrawSignatories(5, Date("2026-08-06"), "05/BB", Today));
        Assert.Null(complaint.WithdrawSignatories(1, Date("2026-08-07"), "06/BB", Today));

        Assert.Equal(
            (5, 5, PetitionState.Accepted, due),
            (complaint.Signatories, complaint.Representatives, complaint.State, complaint.DueOn)
        );
    }

    [Fact]
    public void When_all_withdraw_it_is_the_petition_that_is_withdrawn()
    {
        var complaint = Of(6);

        Is("petitions.all-withdraw", complaint.WithdrawSignatories(6, Date("2026-08-06"), "05/BB", Today));
        Assert.Equal(6, complaint.Signatories);
    }

    [Theory]
    [InlineData("2026-08-02", "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", "petitions.date-in-the-future")]
    public void A_withdrawal_is_after_the_receipt_and_not_in_the_future(string on, string code) =>
        Is(code, Of(6).WithdrawSignatories(1, Date(on), "05/BB", Today));

    [Fact]
    public void Nobody_withdraws_from_what_has_ended()
    {
        var complaint = Of(6);
        Assert.Null(complaint.Guide(null, Date("2026-08-04"), "1", Today));

        Is("petitions.wrong-state", complaint.WithdrawSignatories(1, Date("2026-08-06"), "05/BB", Today));
    }

    static Petition Of(int people, PetitionKind kind = PetitionKind.KhieuNai)
    {
        var petition = Received(kind);
        petition.Signatories = people;
        return petition;
    }
}
