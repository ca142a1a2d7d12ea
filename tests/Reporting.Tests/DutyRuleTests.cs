using System.Globalization;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Tests;

public class DutyRuleTests
{
    static readonly Period Quarter = new("TTCP_06_2025", PeriodKind.Quarter, 2026, 1, new(2025, 12, 15), new(2026, 3, 14));

    [Fact]
    public void A_rule_holds_for_its_form_its_regime_and_its_kinds_of_period()
    {
        var rules = DutyCatalogue.Load();
        Assert.Contains("WARD", Assert.Single(rules.For("TTCP_TCD", Quarter)).Kinds);
        Assert.Empty(rules.For("DANVAN", Quarter));
        Assert.Empty(rules.For("TTCP_TCD", Quarter with { Regime = "ADHOC" }));
        Assert.Empty(rules.For("TTCP_TCD", Quarter with { Kind = PeriodKind.Month }));
    }

    [Theory]
    [InlineData("2025-09-29", 0)]
    [InlineData("2025-09-30", 1)]
    public void A_rule_holds_for_periods_that_end_while_it_is_in_force(string lastDay, int rules) =>
        Assert.Equal(
            rules,
            DutyCatalogue.Load().For("TTCP_TCD", Quarter with { To = DateOnly.Parse(lastDay, CultureInfo.InvariantCulture) }).Count
        );

    [Fact]
    public void An_administration_puts_its_own_in_their_place()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                """
                [{ "form": "DANVAN", "regime": "PARTY", "periodKinds": ["HALF_YEAR"], "kinds": ["PARTY_COMMITTEE"], "inForceFrom": "2020-01-01",
                   "inForceTo": null, "article": { "vi": "Quy định", "en": "Rule" } }]
                """
            );
            var own = DutyCatalogue.Load(file);
            Assert.Single(own.For("DANVAN", new("PARTY", PeriodKind.HalfYear, 2026, 1, new(2026, 1, 1), new(2026, 6, 30))));
            Assert.Empty(own.For("TTCP_TCD", Quarter));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
