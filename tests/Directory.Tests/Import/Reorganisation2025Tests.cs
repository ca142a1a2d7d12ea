using DanVan.Directory.Import;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Import.Country;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Import;

/// <summary>63 provinces become 34, the district level goes, 10,035 communes become 3,321 (NQ 202/2025/QH15).</summary>
public class Reorganisation2025Tests(Country country) : IClassFixture<Country>
{
    [Fact]
    public void No_row_of_the_files_is_a_problem()
    {
        Assert.DoesNotContain(country.Units.First.Results, row => row.Outcome is not RowOutcome.Create);
        Assert.DoesNotContain(country.Units.Second.Results, row => row.Outcome is RowOutcome.Problem);
        Assert.DoesNotContain(country.Units.Third.Results, row => row.Outcome is RowOutcome.Problem or RowOutcome.Create);
    }

    [Fact]
    public void Counts_on_the_last_day_of_the_old_order_and_on_the_first_of_the_new()
    {
        Assert.Equal((63, 696, 10_035), Counts(Before));
        Assert.Equal((34, 0, 3_321), Counts(After));
    }

    [Fact]
    public void Dong_Thap_is_87_in_2022_and_its_successor_is_82_today()
    {
        var dongThap = country.Units.ByCode("87", Day("2022-12-29"));
        Assert.Equal("Đồng Tháp", dongThap.On(Day("2022-12-29"))!.Name);
        var successor = Assert.Single(country.Units.SuccessorsOf(dongThap));
        Assert.Equal(("82", "Đồng Tháp"), (successor.Last.Code, successor.Last.Name));
        Assert.NotEqual(dongThap.Id, successor.Id);
        Assert.DoesNotContain(country.Units.On(After), period => period.Code == "87");
    }

    [Fact]
    public void Code_82_is_Tien_Giang_in_2022() =>
        Assert.Equal("Tiền Giang", country.Units.ByCode("82", Day("2022-12-29")).On(Day("2022-12-29"))!.Name);

    [Theory]
    [InlineData("Lào Cai", "10", "15")]
    [InlineData("Bắc Ninh", "27", "24")]
    [InlineData("Quảng Trị", "45", "44")]
    [InlineData("Gia Lai", "64", "52")]
    [InlineData("Tây Ninh", "72", "80")]
    [InlineData("Đồng Tháp", "87", "82")]
    [InlineData("An Giang", "89", "91")]
    public void Seven_provinces_kept_their_name_and_changed_code(string name, string before, string after)
    {
        var old = country.Units.ByCode(before, Before);
        var now = country.Units.ByCode(after, After);
        Assert.Equal((name, name), (old.Last.Name, now.Last.Name));
        Assert.Contains(now, country.Units.SuccessorsOf(old));
        Assert.NotEqual(old.Id, now.Id);
    }

    [Fact]
    public void Twenty_three_provinces_are_new_identities_and_eleven_kept_theirs()
    {
        var provinces = country.Units.All.Where(unit => unit.On(After)?.Level is UnitLevel.Province).ToList();
        Assert.Equal(23, provinces.Count(unit => unit.Begins == After && unit.Predecessors.Count > 1));
        Assert.Equal(11, provinces.Count(unit => unit.Begins < After));
    }

    [Fact]
    public void A_commune_that_kept_code_and_name_keeps_its_identity_and_stands_under_the_province()
    {
        var kept = country.Units.All.Where(unit => unit.Begins < After && unit.On(After)?.Level is UnitLevel.Commune).ToList();
        Assert.NotEmpty(kept);
        var provinces = country.Units.All.Where(unit => unit.On(After)?.Level is UnitLevel.Province).Select(unit => unit.Id).ToHashSet();
        Assert.All(kept, unit => Assert.Contains(unit.On(After)!.ParentId!.Value, provinces));
    }

    [Fact]
    public void What_the_files_do_not_tell_is_listed_and_not_guessed()
    {
        Assert.Equal(772, country.Units.Second.Undecided.Count());
        Assert.Equal(52, country.Units.Second.Unexplained.Count());
        Assert.All(country.Units.Second.Undecided, unit => Assert.Empty(country.Units.SuccessorsOf(unit)));
        Assert.All(country.Units.Second.Unexplained, unit => Assert.Empty(unit.Predecessors));
    }

    [Theory]
    [InlineData("2022-12-29")]
    [InlineData("2025-06-30")]
    [InlineData("2025-07-01")]
    [InlineData("2026-04-30")]
    [InlineData("2026-11-21")]
    public void On_every_day_each_unit_has_one_living_parent_and_each_code_one_bearer(string date)
    {
        var day = Day(date);
        var living = country.Units.All.Where(unit => unit.On(day) is not null).ToDictionary(unit => unit.Id);
        var codes = living.Values.Select(unit => unit.On(day)!.Code).OfType<string>().ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(living.Values.Select(unit => unit.On(day)!.ParentId).OfType<Guid>(), parent => Assert.Contains(parent, living));
    }

    [Fact]
    public void The_same_list_taken_again_finds_everything_in_place()
    {
        var fresh = Fresh();
        var again = fresh.Take(Rows("units-2025.csv", UnitRow.Columns), new(CityOfDongNai, "NQ 30/2026/QH16", CompleteList: true));
        Assert.Empty(again.Changes);
        Assert.All(again.Results, row => Assert.Equal(RowOutcome.Exists, row.Outcome));
    }

    /// <summary>
    /// The files tell the kinds after 30/04/2026 only, and of one commune (06325, "xã Bắc Sơn") not even that: it stands there as "other". Which ten communes
    /// of Đồng Nai became wards they do not tell either (<see cref="Country.ListOf2025"/>).
    /// </summary>
    [Theory]
    [InlineData("2025-07-01", 2_621, 687, 13)]
    [InlineData("2026-04-29", 2_621, 687, 13)]
    [InlineData("2026-04-30", 2_611, 697, 13)]
    public void Communes_wards_and_special_zones_before_and_after_Dong_Nai_became_a_city(string date, int communes, int wards, int zones)
    {
        var units = country.Units;
        Assert.Equal(1, units.Count(Day(date), UnitKind.Other));
        Assert.Equal(communes, units.Count(Day(date), UnitKind.Commune) + units.Count(Day(date), UnitKind.Other));
        Assert.Equal((wards, zones), (units.Count(Day(date), UnitKind.Ward), units.Count(Day(date), UnitKind.SpecialZone)));
    }

    [Fact]
    public void Dong_Nai_and_ten_of_its_communes_change_status_and_stay_who_they_are()
    {
        var changed = country.Units.Third.Changes;
        Assert.Equal(11, changed.Count);
        Assert.All(changed, change => Assert.Equal(UnitChange.StatusChange, change.Change));
        var dongNai = country.Units.ByCode("75", CityOfDongNai);
        Assert.Same(dongNai, country.Units.ByCode("75", After));
        Assert.Equal(("Tỉnh Đồng Nai", "Thành phố Đồng Nai"), (dongNai.On(After)!.FullName, dongNai.On(CityOfDongNai)!.FullName));
        Assert.Equal(
            10,
            changed.Count(change => change.Unit.On(CityOfDongNai) is { Kind: UnitKind.Ward } ward && ward.ParentId == dongNai.Id)
        );
        Assert.Empty(country.Units.Third.Undecided);
    }

    (int, int, int) Counts(DateOnly day) =>
        (
            country.Units.Count(day, UnitLevel.Province),
            country.Units.Count(day, UnitLevel.District),
            country.Units.Count(day, UnitLevel.Commune)
        );
}
