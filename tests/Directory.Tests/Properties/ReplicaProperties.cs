using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Tests.Replica;
using DanVan.Directory.Units;
using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Directory.Tests.Properties;

/// <summary>Whatever happens to the registry, a replica that hears of it in any order, some of it twice, ends equal to it.</summary>
public class ReplicaProperties
{
    [Fact]
    public void A_tree_in_memory_fed_in_any_order_with_duplicates_ends_equal_to_the_registry() =>
        Prop.ForAll(
                Step.Sequences,
                ArbMap.Default.ArbFor<int>(),
                (steps, seed) =>
                {
                    var history = History.Of(steps);
                    var tree = new UnitTree();
                    var revision = 0;
                    foreach (var batch in Chaos(history, seed))
                        tree.Apply(batch.Select(AsRecord), ++revision);
                    IsEqual(history, tree);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public async Task A_replica_in_a_database_fed_at_once_in_any_order_with_duplicates_ends_equal_to_the_registry()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var history = History.Of(Gen.Sample(Step.Sequences.Generator, 1, new Rnd((ulong)seed), 60).Single());
            await using var replica = await ReplicaDatabase.Create();
            await Task.WhenAll(Chaos(history, seed).Select(batch => replica.Record(batch)));
            var tree = await replica.Load();
            IsEqual(history, tree);
            foreach (var unit in history.Units)
            foreach (var above in history.Units)
            foreach (var day in RegistryProperties.DaysOf(history).Where((_, place) => place % 7 == seed % 7))
                Assert.True(
                    tree.IsWithin(unit.Id, above.Id, day) == IsWithin(history, unit.Id, above.Id, day),
                    $"{unit.Id} within {above.Id} on {day}"
                );
            Assert.Equal(
                0,
                await replica.Sql.Scalar<long>(
                    "select count(*) from directory.unit_ancestors a where not exists (select from directory.units where id = a.ancestor_id)"
                )
            );
        }
    }

    static IEnumerable<(int Version, UnitRecorded Unit)[]> Chaos(History history, int seed)
    {
        var random = new Random(seed);
        var events = history.Events.Concat(history.Events.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(events);
        return events.Chunk(1 + random.Next(9));
    }

    static void IsEqual(History history, UnitTree tree)
    {
        Assert.Equal(history.Units.Count, tree.Count);
        foreach (var unit in history.Units)
        {
            var known = tree.Find(unit.Id)!;
            Assert.Equal(unit.Version, known.Version);
            Assert.Equal(unit.Predecessors.Select(link => link.UnitId).Order(), known.Predecessors.Order());
            Assert.Equal(unit.Periods.Select(Line), known.Versions.Select(Line));
        }
        foreach (var day in RegistryProperties.DaysOf(history))
        foreach (var unit in history.Units.Where(unit => unit.On(day) is not null))
        {
            Assert.Equal(LineOf(history, unit.Id, day).Skip(1), tree.Ancestors(unit.Id, day).Select(above => above.UnitId));
            foreach (var code in unit.On(day)!.Codes)
                Assert.Equal(unit.Id, tree.FindByCode(code.Value, day, Chassis.EnumNames.Of(code.Scheme))?.UnitId);
        }
    }

    static bool IsWithin(History history, Guid unit, Guid above, DateOnly day) => LineOf(history, unit, day).Contains(above);

    static IEnumerable<Guid> LineOf(History history, Guid unit, DateOnly day)
    {
        for (Guid? id = unit; id is { } next && history.Units.First(one => one.Id == next).On(day) is { } period; id = period.ParentId)
            yield return next;
    }

    static string Line(UnitPeriod p) =>
        $"{p.ValidFrom} {p.ValidTo} {p.FullName} {Chassis.EnumNames.Of(p.Kind)} {Chassis.EnumNames.Of(p.Level)} {p.ParentId} {string.Join(' ', p.Codes)}";

    static string Line(UnitVersion v)
    {
        string[] codes = v.Code is null ? [] : [$"{v.CodeScheme}:{v.Code}", .. v.FurtherCodes.OrderBy(Place)];
        return $"{v.From} {v.To} {v.FullName} {v.Kind} {v.Level} {v.ParentId} {string.Join(' ', codes)}";

        static int Place(string code) => (int)UnitCode.Parse(code).Scheme;
    }

    /// <summary>What the loader makes of an event's row.</summary>
    static UnitRecord AsRecord((int Version, UnitRecorded Unit) recorded) =>
        new(
            recorded.Unit.UnitId,
            recorded.Version,
            recorded.Unit.Predecessors,
            [
                .. recorded.Unit.Versions.Select(v => new UnitVersion(
                    recorded.Unit.UnitId,
                    v.From,
                    v.To,
                    v.Name,
                    v.FullName,
                    v.Kind,
                    v.Level,
                    v.ParentId,
                    v.CodeScheme,
                    v.Code
                )
                {
                    FurtherCodes =
                    [
                        .. (v.Codes ?? []).Select(code => $"{code.Scheme}:{code.Value}").Where(code => code != $"{v.CodeScheme}:{v.Code}"),
                    ],
                }),
            ]
        );
}
