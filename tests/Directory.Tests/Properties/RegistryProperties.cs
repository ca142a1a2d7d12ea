using DanVan.Directory.Units;
using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Directory.Tests.Properties;

/// <summary>What holds of the registry on every day, whatever was asked of it, in whatever order.</summary>
public class RegistryProperties
{
    static readonly Config Config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Periods_follow_one_another_and_each_unit_has_exactly_one_living_parent_up_to_the_root() =>
        Always(
            (history, day) =>
            {
                var living = history.Units.Where(unit => unit.On(day) is not null).ToDictionary(unit => unit.Id, unit => unit.On(day)!);
                foreach (var unit in history.Units)
                    Assert.True(unit.Periods.Count(period => period.HoldsOn(day)) <= 1);
                foreach (var (id, period) in living)
                {
                    if (period.Kind is UnitKind.Central)
                        continue;
                    var line = new HashSet<Guid> { id };
                    for (var above = period.ParentId; above is { } parent; above = living[parent].ParentId)
                        Assert.True(line.Add(parent), $"{id} stands below itself on {day}");
                }
            },
            history =>
            {
                foreach (var unit in history.Units)
                    Assert.All(unit.Periods.Zip(unit.Periods.Skip(1)), pair => Assert.Equal(pair.First.ValidTo, pair.Second.ValidFrom));
            }
        );

    [Fact]
    public void Levels_follow_from_the_kind_or_from_the_parent() =>
        Always(
            (history, day) =>
            {
                var living = history.Units.Where(unit => unit.On(day) is not null).ToDictionary(unit => unit.Id, unit => unit.On(day)!);
                foreach (var period in living.Values.Where(period => period.ParentId is not null))
                    if (period.Kind.OwnLevel() is { } own)
                        Assert.True(period.Level == own && living[period.ParentId!.Value].Level < own);
                    else
                        Assert.Equal(living[period.ParentId!.Value].Level, period.Level);
            }
        );

    [Fact]
    public void A_code_is_borne_by_one_unit_a_day_and_passes_on_only_without_a_gap() =>
        Always(
            (history, day) =>
            {
                var codes = history.Units.Select(unit => unit.On(day)).OfType<UnitPeriod>().SelectMany(period => period.Codes).ToList();
                Assert.Equal(codes.Count, codes.Distinct().Count());
                Assert.All(
                    history.Units.Select(unit => unit.On(day)).OfType<UnitPeriod>(),
                    period => Assert.Equal(period.Codes.Count(), period.Codes.Select(code => code.Scheme).Distinct().Count())
                );
            },
            history =>
            {
                var registry = new UnitRegistry(history.Units);
                foreach (var code in history.Units.SelectMany(unit => unit.Periods).SelectMany(period => period.Codes).Distinct())
                {
                    var uses = registry.UsesOf(code).OrderBy(use => use.From).ToList();
                    Assert.All(uses.Zip(uses.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
                }
            }
        );

    [Fact]
    public void A_successor_was_there_when_its_predecessor_went_and_shares_never_sum_to_more_than_the_whole() =>
        Always(
            (_, _) => { },
            history =>
            {
                var units = history.Units.ToDictionary(unit => unit.Id);
                foreach (var unit in history.Units)
                foreach (var predecessor in unit.Predecessors)
                {
                    Assert.NotNull(unit.On(predecessor.EffectiveOn));
                    Assert.NotNull(units[predecessor.UnitId].On(predecessor.EffectiveOn.AddDays(-1)));
                    Assert.NotEqual(unit.Id, predecessor.UnitId);
                }
                foreach (var split in history.Units.SelectMany(unit => unit.Predecessors).GroupBy(link => (link.UnitId, link.EffectiveOn)))
                    Assert.True(split.Sum(link => link.Share ?? 0) <= 1);
            }
        );

    [Fact]
    public void What_is_refused_has_changed_nothing()
    {
        var (refused, carriedOut) = (0, 0);
        Prop.ForAll(
                Step.Sequences,
                steps =>
                {
                    var history = History.Of(steps, Assert.Equal);
                    (refused, carriedOut) = (refused + history.Refused, carriedOut + history.CarriedOut);
                }
            )
            .Check(Config);
        // The generator does both often enough for the properties to mean something.
        Assert.True(refused > 1_000 && carriedOut > 1_000, $"{refused} refused, {carriedOut} carried out");
    }

    /// <summary>Checks on every day on which anything changes, and the day before; then the whole.</summary>
    static void Always(Action<History, DateOnly> onADay, Action<History>? inTheEnd = null) =>
        Prop.ForAll(
                Step.Sequences,
                steps =>
                {
                    var history = History.Of(steps);
                    foreach (var day in DaysOf(history))
                        onADay(history, day);
                    inTheEnd?.Invoke(history);
                }
            )
            .Check(Config);

    internal static IEnumerable<DateOnly> DaysOf(History history) =>
        history
            .Units.SelectMany(unit => unit.Periods)
            .SelectMany(period => new[] { period.ValidFrom, period.ValidTo ?? period.ValidFrom })
            .SelectMany(day => new[] { day.AddDays(-1), day })
            .Distinct();
}
