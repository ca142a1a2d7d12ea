using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Complex complaints and extended denunciations; all accepted on 5 August 2026.</summary>
public sealed class LongerLimitTests
{
    static readonly Complexity[] One = [Complexity.SeveralPlaces];
    static readonly Complexity[] Two = [Complexity.SeveralPlaces, Complexity.ForeignElement];

    [Theory]
    [InlineData(false, "2026-09-21")] // 45 days end on Saturday 19 September
    [InlineData(true, "2026-10-05")] // 60 days end on Sunday 4 October
    public void A_complexity_finding_opens_the_longer_ceiling(bool remote, string due)
    {
        var petition = Accepted(PetitionKind.KhieuNai, remote);
        Assert.Null(petition.FindComplex(One, Date("2026-08-20"), "02/BC", Engine, Today));

        Assert.Equal(Date(due), petition.Clock!.Due);
        Assert.True(petition.Deadlines[^2].Superseded);
        Is("petitions.already-complex", petition.FindComplex(Two, Date("2026-08-21"), "03/BC", Engine, Today));
    }

    [Fact]
    public void Since_July_2026_a_finding_names_its_ground() =>
        Is("petitions.complexity-ground-missing", Accepted(PetitionKind.KhieuNai).FindComplex([], Date("2026-08-20"), "1", Engine, Today));

    [Fact]
    public void Before_July_2026_a_finding_needed_no_ground_and_was_made_once()
    {
        var petition = New(PetitionKind.KhieuNai, receivedOn: "2026-05-04");
        Assert.Null(petition.Register("PEOPLES_COMMITTEE", Engine, Today));
        Assert.Null(petition.Accept(Date("2026-05-06"), "1", "PEOPLES_COMMITTEE", Engine, Today));

        Assert.Null(petition.FindComplex([], Date("2026-05-20"), "2", Engine, Today));

        Assert.Equal(Date("2026-06-22"), petition.Clock!.Due); // 45 days end on Saturday 20 June
        Is("petitions.already-complex", petition.FindComplex([], Date("2026-05-21"), "3", Engine, Today));
    }

    [Fact]
    public void A_complaint_is_not_found_complex_after_the_limit_has_passed()
    {
        var petition = Accepted(PetitionKind.KhieuNai);

        Is("petitions.limit-has-passed", petition.FindComplex(One, Date("2026-09-05"), "1", Engine, Today));
        Assert.Null(petition.FindComplex(One, Date("2026-09-04"), "1", Engine, Today));
    }

    [Theory]
    [InlineData("2026-08-04", "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", "petitions.date-in-the-future")]
    public void A_limit_becomes_longer_between_acceptance_and_today(string on, string refusal)
    {
        Is(refusal, Accepted(PetitionKind.KhieuNai).FindComplex(One, Date(on), "1", Engine, Today));
        Is(refusal, Accepted(PetitionKind.ToCao).Extend(30, One, Date(on), "1", Engine, Today));
    }

    [Fact]
    public void The_limit_of_the_first_duty_does_not_become_longer()
    {
        Is("petitions.wrong-state", Received(PetitionKind.KhieuNai).FindComplex(One, Date("2026-08-05"), "1", Engine, Today));
        Is("petitions.wrong-state", Received(PetitionKind.ToCao).Extend(30, One, Date("2026-08-05"), "1", Engine, Today));
    }

    [Fact]
    public void A_complaint_is_not_extended_and_a_denunciation_not_found_complex()
    {
        Is(
            "petitions.complaints-are-found-complex",
            Accepted(PetitionKind.KhieuNai).Extend(30, One, Date("2026-08-20"), "1", Engine, Today)
        );
        Is("petitions.denunciations-are-extended", Accepted(PetitionKind.ToCao).FindComplex(One, Date("2026-08-20"), "1", Engine, Today));
        Is("petitions.no-limit-to-extend", Accepted(PetitionKind.PhanAnh).Extend(30, One, Date("2026-08-20"), "1", Engine, Today));
        Is("petitions.no-limit-to-extend", Accepted(PetitionKind.PhanAnh).FindComplex(One, Date("2026-08-20"), "1", Engine, Today));
    }

    [Fact]
    public void A_complex_denunciation_is_extended_once_to_60_days_in_all()
    {
        var petition = Accepted(PetitionKind.ToCao);
        Assert.Null(petition.Extend(30, One, Date("2026-08-20"), "1", Engine, Today));

        Assert.Equal(("TC.RES.EXT", 60, Date("2026-10-05")), (petition.Clock!.Rule, petition.Clock.Count, petition.Clock!.Due));
        Is("petitions.no-further-extension", petition.Extend(30, One, Date("2026-09-20"), "2", Engine, Today));
    }

    [Fact]
    public void A_specially_complex_denunciation_is_extended_twice_to_90_days_in_all()
    {
        var petition = Accepted(PetitionKind.ToCao);
        Assert.Null(petition.Extend(30, Two, Date("2026-08-20"), "1", Engine, Today));
        Assert.Null(petition.Extend(30, [], Date("2026-09-20"), "2", Engine, Today));

        Assert.Equal((90, Date("2026-11-03")), (petition.Clock!.Count, petition.Clock!.Due));
        Is("petitions.no-further-extension", petition.Extend(30, [], Date("2026-10-20"), "3", Engine, Today));
    }

    [Fact]
    public void Extension_is_refused_after_the_limit_has_passed()
    {
        var petition = Accepted(PetitionKind.ToCao);

        Is("petitions.limit-has-passed", petition.Extend(30, One, Date("2026-09-05"), "1", Engine, Today));
        Assert.Null(petition.Extend(30, One, Date("2026-09-04"), "1", Engine, Today));
    }

    [Fact]
    public void One_extension_adds_at_most_30_days()
    {
        var petition = Accepted(PetitionKind.ToCao);

        Is("petitions.extension-too-long", petition.Extend(31, One, Date("2026-08-20"), "1", Engine, Today));
        Assert.Null(petition.Extend(10, One, Date("2026-08-20"), "1", Engine, Today));
        Assert.Equal(40, petition.Clock!.Count);
    }

    [Fact]
    public void An_extension_names_a_criterion() =>
        Is("petitions.complexity-ground-missing", Accepted(PetitionKind.ToCao).Extend(30, [], Date("2026-08-20"), "1", Engine, Today));
}
