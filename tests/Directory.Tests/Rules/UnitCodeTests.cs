using DanVan.Chassis;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Rules;

public class UnitCodeTests
{
    readonly Unit root = Root();

    [Fact]
    public void A_code_is_borne_by_one_unit_at_a_time()
    {
        var bearer = Province("87");
        Assert.Equal("units.code-in-use", Create("87", "2010-01-01", UsesOf("87", bearer))?.Code);
    }

    [Fact]
    public void A_closed_code_is_never_issued_again()
    {
        var closed = Province("87", to: "2025-07-01");
        Assert.Equal("units.code-closed", Create("87", "2026-01-01", UsesOf("87", closed))?.Code);
        Assert.Equal("units.code-closed", Create("87", "2025-07-01", UsesOf("87", closed))?.Code);
    }

    [Fact]
    public void A_code_passes_on_without_a_gap_to_the_unit_that_comes_out_of_its_bearer()
    {
        var bearer = Province("82", to: "2025-07-01");
        Assert.Null(Create("82", "2025-07-01", UsesOf("82", bearer), bearer));
        Assert.Equal("units.code-closed", Create("82", "2025-07-02", UsesOf("82", bearer), bearer)?.Code);
    }

    [Fact]
    public void A_unit_of_the_past_may_bear_a_code_until_the_day_its_later_bearer_begins()
    {
        var later = Province("82", "2025-07-01");
        Assert.Null(Create("82", "2004-01-01", UsesOf("82", later), to: "2025-07-01"));
        Assert.Equal("units.code-closed", Create("82", "2004-01-01", UsesOf("82", later), to: "2025-06-30")?.Code);
        Assert.Equal("units.code-in-use", Create("82", "2004-01-01", UsesOf("82", later))?.Code);
    }

    [Fact]
    public void A_renamed_unit_bears_its_code_without_interruption()
    {
        var bearer = Province("46");
        bearer.Change(UnitChange.Rename, Day("2025-01-01"), Basis, period => period.Name = "Huế");
        bearer.End(UnitChange.Merge, Day("2025-07-01"), Basis);
        Assert.Single(UsesOf("46", bearer));
        Assert.Null(Create("46", "2025-07-01", UsesOf("46", bearer), bearer));
    }

    [Fact]
    public void A_recoded_unit_closes_the_code_it_had()
    {
        var province = Province("87");
        Assert.Null(UnitRules.Recode(province, Day("2020-01-01"), Basis, new(CodeScheme.Administrative, "88"), []));
        Assert.Equal("88", province.On(Day("2020-01-01"))?.Code);
        Assert.Equal(
            "units.code-closed",
            UnitRules.Recode(province, Day("2021-01-01"), Basis, new(CodeScheme.Administrative, "87"), UsesOf("87", province))?.Code
        );
    }

    [Theory]
    [InlineData(CodeScheme.Administrative, "8", UnitLevel.Province, false)]
    [InlineData(CodeScheme.Administrative, "8\n", UnitLevel.Province, false)]
    [InlineData(CodeScheme.Administrative, "82", UnitLevel.Province, true)]
    [InlineData(CodeScheme.Administrative, "82", UnitLevel.Commune, false)]
    [InlineData(CodeScheme.Administrative, "001", UnitLevel.District, true)]
    [InlineData(CodeScheme.Administrative, "0000a", UnitLevel.Commune, false)]
    [InlineData(CodeScheme.Administrative, "٠٠٠٠١", UnitLevel.Commune, false)]
    [InlineData(CodeScheme.Qd20, "H20.1.A2", UnitLevel.Province, true)]
    [InlineData(CodeScheme.Qd20, "H20..1", UnitLevel.Province, false)]
    [InlineData(CodeScheme.Qd20, "h20.1", UnitLevel.Province, false)]
    [InlineData(CodeScheme.Qd20, "Z01ABC", UnitLevel.Province, true)]
    [InlineData(CodeScheme.Qd20, "Z01.ABC", UnitLevel.Province, false)]
    [InlineData(CodeScheme.Qd20, "H20.12345678901234567890123456789012", UnitLevel.Province, false)]
    [InlineData(CodeScheme.Qcvn102, "000.00.16.H40", UnitLevel.Province, true)]
    [InlineData(CodeScheme.Qcvn102, "H40", UnitLevel.Province, false)]
    public void A_code_has_the_form_that_its_scheme_asks_for(CodeScheme scheme, string value, UnitLevel level, bool fits) =>
        Assert.Equal(fits, new UnitCode(scheme, value).Check(KindOf(level), level) is null);

    [Fact]
    public void An_administrative_code_is_of_territory_only() =>
        Assert.NotNull(new UnitCode(CodeScheme.Administrative, "82").Check(UnitKind.PartyCommittee, UnitLevel.Province));

    [Theory]
    [InlineData("0101234567", true)]
    [InlineData("0101234567001", true)]
    [InlineData("H20.1", false)]
    [InlineData("010123456", false)]
    public void An_enterprise_is_identified_by_its_own_number(string value, bool fits) =>
        Assert.Equal(fits, new UnitCode(CodeScheme.Qd20, value).Check(UnitKind.Enterprise, UnitLevel.Province) is null);

    [Fact]
    public void A_unit_bears_a_code_of_each_scheme_and_the_administrative_one_stands_first()
    {
        var unit = Unit(UnitKind.Province, UnitLevel.Province, root.Id);
        var registry = new UnitRegistry([root, unit]);
        Assert.Null(Recode(registry, unit, "2010-01-01", CodeScheme.Qcvn102, "000.00.00.H20"));
        Assert.Null(Recode(registry, unit, "2020-01-01", CodeScheme.Qd20, "H20"));
        Assert.Null(Recode(registry, unit, "2021-01-01", CodeScheme.Administrative, "87"));
        Assert.Equal(["QCVN102:000.00.00.H20"], CodesOn("2010-01-01"));
        Assert.Equal(["ADMINISTRATIVE:87", "QD20:H20", "QCVN102:000.00.00.H20"], CodesOn("2021-01-01"));
        Assert.Equal(
            ["ADMINISTRATIVE:87", "QD20:H20", "QCVN102:000.00.00.H20"],
            registry.Changes[0].Unit.Last.Codes.Select(c => c.ToString())
        );

        IEnumerable<string> CodesOn(string day) => registry.Find(unit.Id)!.On(Day(day))!.Codes.Select(code => code.ToString());
    }

    [Fact]
    public void A_further_code_is_unique_and_closed_for_good_like_the_first()
    {
        var (one, other) = (Province("87"), Province("82"));
        var registry = new UnitRegistry([root, one, other]);
        Assert.Null(Recode(registry, one, "2020-01-01", CodeScheme.Qd20, "H20"));
        Assert.Equal("units.code-in-use", Recode(registry, other, "2021-01-01", CodeScheme.Qd20, "H20")?.Code);
        Assert.Null(Recode(registry, one, "2022-01-01", CodeScheme.Qd20, "H21"));
        Assert.Equal("units.code-closed", Recode(registry, other, "2022-01-01", CodeScheme.Qd20, "H20")?.Code);
    }

    [Fact]
    public void Of_one_scheme_a_unit_has_one_code()
    {
        var request = new CreateUnit.Request(
            null,
            "Thử",
            "Tỉnh Thử",
            UnitKind.Province,
            root.Id,
            null,
            "87",
            Day("2010-01-01"),
            null,
            Basis,
            [new(CodeScheme.Administrative, "88")]
        );
        var registry = new UnitRegistry([root]);
        Assert.Equal("units.two-codes-of-a-scheme", registry.Try(r => CreateUnit.Apply(r, request, out _))?.Code);
        Assert.Empty(registry.Changes);
    }

    static Chassis.Http.Rejection? Recode(UnitRegistry registry, Unit unit, string on, CodeScheme scheme, string value) =>
        registry.Try(r => RecodeUnit.Apply(r, unit.Id, new(Day(on), scheme, value, Basis)));

    static UnitKind KindOf(UnitLevel level) =>
        level switch
        {
            UnitLevel.Province => UnitKind.Province,
            UnitLevel.District => UnitKind.RuralDistrict,
            _ => UnitKind.Commune,
        };

    [Fact]
    public void Enums_are_written_as_the_documents_have_them()
    {
        Assert.Equal("QD20", EnumNames.Of(CodeScheme.Qd20));
        Assert.Equal("QCVN102", EnumNames.Of(CodeScheme.Qcvn102));
        Assert.Equal("MASS_MOBILIZATION_BOARD", EnumNames.Of(UnitKind.MassMobilizationBoard));
    }

    Chassis.Http.Rejection? Create(string code, string from, CodeUse[] uses, Unit? predecessor = null, string? to = null) =>
        UnitRules
            .Create(
                Guid.CreateVersion7(),
                Period(from, UnitKind.Province, default, root.Id, to, code),
                root,
                _ => uses,
                predecessor is null ? [] : [(predecessor, null)]
            )
            .Refused;
}
