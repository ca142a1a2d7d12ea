using System.Globalization;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Locks;
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

    [Theory]
    [InlineData(10, "2026-03-27")]
    [InlineData(0, "2026-03-17")]
    [InlineData(null, null)]
    public void A_period_locks_some_days_after_the_day_by_which_it_is_sent_or_never(int? days, string? openUntil) =>
        Assert.Equal(openUntil, Text(OpenUntil(Locking(days), "WARD", new(2026, 3, 17))));

    [Fact]
    public void What_the_law_names_no_day_for_and_who_owes_nothing_is_never_locked_out()
    {
        Assert.Null(OpenUntil(Locking(10), "WARD", sendBy: null));
        Assert.Null(OpenUntil(Locking(10), "PARTY_COMMITTEE", new(2026, 3, 17)));
        Assert.Null(OpenUntil(Locking(10), "WARD", new(2026, 3, 17), "DANVAN"));
    }

    [Fact]
    public void Of_several_rules_the_one_counts_that_leaves_most_time()
    {
        Assert.Equal("2026-03-22", Text(OpenUntil(Locking(5, 3), "WARD", new(2026, 3, 17))));
        Assert.Null(OpenUntil(Locking(5, null), "WARD", new(2026, 3, 17)));
    }

    [Fact]
    public void The_rules_that_come_with_the_service_lock_nothing() =>
        Assert.All(DutyCatalogue.Load().All, rule => Assert.Null(rule.LocksAfterDays));

    [Theory]
    [InlineData(-1)]
    [InlineData(3_661)]
    public void A_number_of_days_that_makes_no_sense_stops_the_start(int days) =>
        Assert.Contains("locksAfterDays", Assert.Throws<InvalidOperationException>(() => Locking(days)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-27", null)]
    [InlineData("2026-03-28", "reporting.period-locked")]
    public void On_its_last_day_a_period_is_open_and_on_the_next_it_has_locked(string today, string? refused) =>
        Assert.Equal(refused, PeriodLocks.Locked(new(2026, 3, 27), DateOnly.Parse(today, CultureInfo.InvariantCulture))?.Code);

    static DateOnly? OpenUntil(DutyCatalogue rules, string kind, DateOnly? sendBy, string form = "TTCP_TCD") =>
        new Owed(form, Quarter, rules.For(form, Quarter), []).OpenUntil(
            new(Guid.CreateVersion7(), new(2000, 1, 1), null, "Một", "Một", kind, "COMMUNE", null, null, null),
            UnitTree.Of([]),
            sendBy
        );

    static DutyCatalogue Locking(params int?[] days) =>
        new([
            .. days.Select(number => new DutyRule(
                "TTCP_TCD",
                "TTCP_06_2025",
                [PeriodKind.Quarter],
                ["WARD"],
                new(2025, 9, 30),
                null,
                new("Quy định", "Rule"),
                number
            )),
        ]);

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
