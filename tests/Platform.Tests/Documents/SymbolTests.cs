using DanVan.Documents;

namespace DanVan.Platform.Tests.Documents;

public sealed class SymbolTests
{
    // As documents bear them.
    const string OfState = @"^\d+(\/\d{4})?\/[A-ZĐ][A-Za-zĐđ]{1,3}-[A-ZĐa-zđ&-]+$",
        OfTheParty = @"^\d+-[A-ZĐa-zđ]{2,4}\/[A-ZĐa-zđ-]+$";

    static readonly SymbolTable symbols = SymbolTable.Load();
    static readonly DateOnly day = new(2026, 8, 5);

    [Theory]
    [InlineData("PEOPLES_COMMITTEE", "PROVINCE", 84, "TB", "84/TB-UBND")]
    [InlineData("PEOPLES_COMMITTEE", "PROVINCE", 7, "QĐ", "07/QĐ-UBND")]
    [InlineData("PROVINCE", "PROVINCE", 309, null, "309/UBND-TCD")]
    [InlineData("MASS_MOBILIZATION_BOARD", "CENTRAL", 163, "TB", "163-TB/BTGDVTW")]
    [InlineData("MASS_MOBILIZATION_BOARD", "PROVINCE", 1, "PC", "01-PC/BTGDVTU")]
    [InlineData("PARTY_COMMITTEE", "COMMUNE", 309, null, "309-CV/ĐU")]
    [InlineData("PARTY_COMMITTEE", "PROVINCE", 1, "NQ", "01-NQ/TU")]
    public void A_number_is_written_as_the_body_writes_it(string kind, string level, int number, string? type, string written)
    {
        var issuer = symbols.IssuerOf(Unit("Đơn vị", kind, level), day)!;

        Assert.Equal(written, symbols.NumberOf(number, type, issuer));
        Assert.Matches(issuer.Layout is DocumentLayout.State ? OfState : OfTheParty, written);
    }

    [Fact]
    public void Every_type_makes_a_number_of_the_right_form()
    {
        foreach (var (kind, form) in new[] { ("PEOPLES_COMMITTEE", OfState), ("PARTY_COMMITTEE", OfTheParty) })
        foreach (var type in symbols.Types)
            Assert.Matches(form, symbols.NumberOf(12, type.Code, symbols.IssuerOf(Unit("Đơn vị", kind, "PROVINCE"), day)!));
        Assert.Distinct(symbols.Types.Select(type => type.Code));
    }

    /// <summary>NĐ 30/2020 Đ15.1; party numbers by type within a term.</summary>
    [Fact]
    public void State_numbers_run_in_a_calendar_year_party_numbers_by_type_in_a_term()
    {
        var state = symbols.IssuerOf(Unit("Đơn vị", "PEOPLES_COMMITTEE", "PROVINCE"), day)!;
        var party = symbols.IssuerOf(Unit("Đơn vị", "PARTY_COMMITTEE", "PROVINCE"), day)!;

        Assert.Equal("2026", symbols.SeriesOf(state, "TB", new(2026, 12, 31)));
        Assert.Equal("2027", symbols.SeriesOf(state, null, new(2027, 1, 1)));
        Assert.Equal("2025-2030/TB", symbols.SeriesOf(party, "TB", new(2026, 12, 31)));
        Assert.Equal("2025-2030/CV", symbols.SeriesOf(party, null, new(2027, 1, 1)));
        Assert.Null(symbols.SeriesOf(party, "TB", new(1999, 1, 1)));
        Assert.NotNull(symbols.SeriesOf(state, "TB", new(1999, 1, 1)));
    }

    /// <summary>NĐ 30/2020 Đ15.1c.</summary>
    [Fact]
    public void The_head_of_a_body_may_keep_a_series_for_each_type()
    {
        var unit = Unit("Đơn vị", "PEOPLES_COMMITTEE", "PROVINCE");
        var told = symbols with { Units = new Dictionary<Guid, UnitIssuer> { [unit.Id] = new(Series: "{year}/{type}") } };

        Assert.Equal("2026/BC", told.SeriesOf(told.IssuerOf(unit, day)!, "BC", day));
    }

    [Fact]
    public void A_board_stands_below_its_committee_and_is_called_without_it()
    {
        var issuer = symbols.IssuerOf(
            Unit("Ban Dân vận Thành ủy Hải Phòng", "MASS_MOBILIZATION_BOARD", "PROVINCE") with
            {
                ParentName = "Thành ủy Hải Phòng",
                ParentKind = "PARTY_COMMITTEE",
            },
            new(2021, 3, 26)
        )!;

        Assert.Equal(("Thành ủy Hải Phòng", "Ban Dân vận", "BDV"), (issuer.SuperiorBody, issuer.Body, issuer.Symbol));
    }

    [Fact]
    public void A_unit_has_its_own_symbol_where_the_table_says_so_and_none_where_nothing_does()
    {
        var unit = Unit("Sở Nội vụ", "DEPARTMENT", "PROVINCE");
        Assert.Null(symbols.IssuerOf(unit, day));
        var told = symbols with
        {
            Units = new Dictionary<Guid, UnitIssuer>
            {
                [unit.Id] = new("SNV", DocumentLayout.State, GivenBefore: new Dictionary<string, int> { ["2026"] = 83 }),
            },
        };

        Assert.Equal("03/TB-SNV", told.NumberOf(3, "TB", told.IssuerOf(unit, day)!));
        Assert.Equal((84, 1), (told.FirstOf(unit.Id, "2026"), told.FirstOf(unit.Id, "2027")));
        Assert.Equal("Hà Nội", told.IssuerOf(unit with { Place = null }, day)!.Place);
    }

    static IssuingUnit Unit(string name, string kind, string level) =>
        new(Guid.CreateVersion7(), name, kind, level, null, null, "Đồng Tháp");
}
