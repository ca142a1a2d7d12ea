using DanVan.Directory.Tests.Rules;
using DanVan.Directory.Units;
using DanVan.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DanVan.Directory.Tests.Properties;

/// <summary>What a unit became and what it came out of, asked of the database between any two days.</summary>
public class SuccessionProperties
{
    [Fact]
    public async Task Successors_and_predecessors_are_inverse_between_any_two_days()
    {
        var (links, pairs) = (0L, 0L);
        foreach (var steps in Gen.Sample(Step.Sequences.Generator, 6, new Rnd(20260430UL), 60))
        {
            var history = History.Of(steps);
            await using var database = await Stored(history);
            var days = history.Units.SelectMany(unit => unit.Predecessors).Select(link => link.EffectiveOn).Distinct().Order().ToList();
            links += history.Units.Sum(unit => unit.Predecessors.Count);
            foreach (var from in days.Select(day => day.AddDays(-1)).Append(Registered.Day("1945-09-02")))
            foreach (var to in days.Append(Registered.Day("2099-01-01")).Where(to => from < to))
            {
                var found = await database.Scalar<long[]>(Both, from, to);
                Assert.Equal(0, found![0]);
                pairs += found[1];
            }
        }
        // Not for want of anything to compare.
        Assert.True(links > 20 && pairs > 200, $"{links} links, {pairs} pairs");
    }

    const string Both = """
        with forth as (select u.id as one, s.id as other, true as here from units u cross join lateral successors_of(u.id, $1, $2) s),
        back as (select p.id as one, u.id as other, true as here from units u cross join lateral predecessors_of(u.id, $1, $2) p)
        select array[count(*) filter (where forth.here is null or back.here is null), count(*) filter (where forth.here and one <> other)]
        from forth full join back using (one, other)
        """;

    static async Task<TestDatabase> Stored(History history)
    {
        var database = await TestDatabase.Create("directory");
        var assembly = typeof(Unit).Assembly;
        foreach (var script in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
            await database.Execute(await reader.ReadToEndAsync());
        }
        foreach (var unit in history.Units)
            await database.Execute("insert into units (id, version) values ($1, $2)", unit.Id, unit.Version);
        foreach (var unit in history.Units)
        {
            foreach (var p in unit.Periods)
                await database.Execute(
                    """
                    insert into unit_periods (unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, change, legal_basis)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, 'CREATE', 'NQ 1/TEST')
                    """,
                    unit.Id,
                    p.ValidFrom,
                    (object?)p.ValidTo ?? DBNull.Value,
                    p.Name,
                    p.FullName,
                    Chassis.EnumNames.Of(p.Kind),
                    Chassis.EnumNames.Of(p.Level),
                    (object?)p.ParentId ?? DBNull.Value
                );
            foreach (var link in unit.Predecessors)
                await database.Execute(
                    "insert into unit_predecessors (successor_id, predecessor_id, effective_on, legal_basis) values ($1, $2, $3, $4)",
                    unit.Id,
                    link.UnitId,
                    link.EffectiveOn,
                    link.LegalBasis
                );
        }
        return database;
    }
}
