using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.PetitionTests;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Complex complaints and extended denunciations; all accepted on 5 August 2026.</summary>
public sealed class LongerLimitTests
{
    static readonly DateOnly Today = Date("2026-11-20");
    static readonly Complexity[] One = [Complexity.SeveralPlaces];
    static readonly Complexity[] Two = [Complexity.SeveralPlaces, Complexity.ForeignElement];

    [Theory]
    [InlineData(false, "2026-09-21")] // 45 days end on Saturday 19 September
    [InlineData(true, "2026-10-05")] // 60 days end on Sunday 4 October
    public void A_complexity_finding_opens_the_longer_ceiling(bool remote, string due)
    {
        var petition = Accepted(PetitionKind.KhieuNai, remote);
        Assert.Null(petition.FindComplex(One, Date("2026-08-20"), "02/BC", Engine, Today));

        Assert.Equal(Date(due), petition.DueOn);
        Assert.True(petition.Deadlines[^2].Superseded);
        Is("petitions.already-complex", petition.FindComplex(Two, Date("2026-08-21"), "03/BC", Engine, Today));
    }

    [Fact]
    public void Since_July_2026_a_finding_names_its_ground() =>
        Is("petitions.complexity-ground-missing", Accepted(PetitionKind.KhieuNai).FindComplex([], Date("2026-08-20"), "1", Engine, Today));

    [Fact]
    public void A_complaint_is_not_extended_and_a_denunciation_not_found_complex()
    {
        Is(
            "petitions.complaints-are-found-complex",
            Accepted(PetitionKind.KhieuNai).Extend(30, One, Date("2026-08-20"), "1", Engine, Today)
        );
        Is("petitions.denunciations-are-extended", Accepted(PetitionKind.ToCao).FindComplex(One, Date("2026-08-20"), "1", Engine, Today));
        Is("petitions.no-limit-to-extend", Accepted(PetitionKind.PhanAnh).Extend(30, One, Date("2026-08-20"), "1", Engine, Today));
    }

    [Fact]
    public void A_complex_denunciation_is_extended_once_to_60_days_in_all()
    {
        var petition = Accepted(PetitionKind.ToCao);
        Assert.Null(petition.Extend(30, One, Date("2026-08-20"), "1", Engine, Today));

        Assert.Equal(("TC.RES.EXT", 60, Date("2026-10-05")), (petition.Current!.Rule, petition.Current.Count, petition.DueOn));
        Is("petitions.no-further-extension", petition.Extend(30, One, Date("2026-09-20"), "2", Engine, Today));
    }

    [Fact]
    public void A_specially_complex_denunciation_is_extended_twice_to_90_days_in_all()
    {
        var petition = Accepted(PetitionKind.ToCao);
        Assert.Null(petition.Extend(30, Two, Date("2026-08-20"), "1", Engine, Today));
        Assert.Null(petition.Extend(30, [], Date("2026-09-20"), "2", Engine, Today));

        Assert.Equal((90, Date("2026-11-03")), (petition.Current!.Count, petition.DueOn));
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
        Assert.Equal(40, petition.Current!.Count);
    }

    [Fact]
    public void An_extension_names_a_criterion() =>
        Is("petitions.complexity-ground-missing", Accepted(PetitionKind.ToCao).Extend(30, [], Date("2026-08-20"), "1", Engine, Today));
}
