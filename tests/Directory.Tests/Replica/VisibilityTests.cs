using System.Collections.Frozen;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Directory.Tests.Replica;

/// <summary>What a caller sees of rows that belong to units, in SQL on a real PostgreSQL, before and after the reorganisation.</summary>
public class VisibilityTests
{
    static readonly DateOnly Start = new(2004, 1, 1);
    static readonly DateOnly Turn = new(2025, 7, 1);

    readonly Guid old = Guid.CreateVersion7();
    readonly Guid merged = Guid.CreateVersion7();
    readonly Guid commune = Guid.CreateVersion7();
    readonly Guid neighbour = Guid.CreateVersion7();

    [Fact]
    public async Task The_root_sees_all_and_a_unit_its_subtree_of_today()
    {
        await using var rows = await Rows();
        Assert.Equal(["commune then", "commune today", "merged", "neighbour", "old"], await Seen(rows, RootUnit.Id));
        Assert.Equal(["commune then", "commune today", "merged"], await Seen(rows, merged));
        Assert.Equal(["neighbour"], await Seen(rows, neighbour));
        Assert.Equal(["commune then", "commune today"], await Seen(rows, commune));
    }

    [Fact]
    public async Task A_unit_that_has_ended_counts_where_it_stood_on_its_last_day()
    {
        await using var rows = await Rows();
        Assert.Equal(["old"], await Seen(rows, old));
    }

    [Fact]
    public async Task With_the_day_that_a_row_concerns_who_answered_for_it_then_still_sees_it()
    {
        await using var rows = await Rows();
        Assert.Equal(["commune then", "old"], await SeenByDay(rows, old));
        Assert.Equal(["commune then", "commune today", "merged"], await SeenByDay(rows, merged));
        Assert.Equal(["neighbour"], await SeenByDay(rows, neighbour));
        Assert.Equal(5, (await SeenByDay(rows, RootUnit.Id)).Length);
    }

    [Fact]
    public async Task A_caller_without_a_unit_and_one_of_an_unknown_unit_see_nothing()
    {
        await using var rows = await Rows();
        Assert.Empty(await Seen(rows, null));
        Assert.Empty(await Seen(rows, Guid.CreateVersion7()));
        Assert.Empty(await SeenByDay(rows, null));
    }

    [Fact]
    public void In_memory_a_caller_sees_the_same()
    {
        var tree = UnitTree.Of([
            new(merged, 1, [], [new(merged, Turn, null, "m", "m", "PROVINCE", "PROVINCE", RootUnit.Id, null, null)]),
            new(commune, 1, [], [new(commune, Turn, null, "c", "c", "WARD", "COMMUNE", merged, null, null)]),
        ]);
        Assert.True(Caller(RootUnit.Id).Sees(Guid.CreateVersion7(), Turn, tree));
        Assert.True(Caller(merged).Sees(commune, Turn, tree));
        Assert.False(Caller(merged).Sees(commune, Turn.AddDays(-1), tree));
        Assert.False(Caller(commune).Sees(merged, Turn, tree));
        Assert.False(Caller(null).Sees(commune, Turn, tree));
        Assert.True(Caller(commune).Sees(commune, Turn, tree));
    }

    async Task<RowsDb> Rows()
    {
        var replica = await ReplicaDatabase.Create();
        await replica.Record(
            (1, Recorded(RootUnit.Id, (Start, null, null))),
            (1, Recorded(old, (Start, Turn, RootUnit.Id))),
            (1, Recorded(merged, (Turn, null, RootUnit.Id))),
            (1, Recorded(neighbour, (Start, null, RootUnit.Id))),
            (1, Recorded(commune, (Start, Turn, old), (Turn, null, merged)))
        );
        await replica.Sql.Execute("create table rows (id uuid primary key default gen_random_uuid(), unit_id uuid, name text, day date)");
        foreach (
            var (unit, name, day) in new[]
            {
                (old, "old", Turn.AddDays(-9)),
                (merged, "merged", Turn),
                (commune, "commune then", Turn.AddDays(-9)),
                (commune, "commune today", Turn.AddDays(9)),
                (neighbour, "neighbour", Turn),
            }
        )
            await replica.Sql.Execute("insert into rows (unit_id, name, day) values ($1, $2, $3)", unit, name, day);
        return new(replica);
    }

    static Task<string[]> Seen(RowsDb db, Guid? unit) => db.Rows.Visible(Caller(unit), db).Select(row => row.Name).Order().ToArrayAsync();

    static Task<string[]> SeenByDay(RowsDb db, Guid? unit) =>
        db.Rows.Visible(Caller(unit), db, row => row.Day).Select(row => row.Name).Order().ToArrayAsync();

    static Caller Caller(Guid? unit) => new("test", unit, FrozenSet<string>.Empty);

    static UnitRecorded Recorded(Guid unit, params (DateOnly From, DateOnly? To, Guid? Parent)[] versions) =>
        new(
            unit,
            "CREATE",
            Start,
            "NQ 1/TEST",
            [],
            [.. versions.Select(v => new RecordedVersion(v.From, v.To, "Thử", "Đơn vị Thử", "COMMUNE", "COMMUNE", v.Parent, null, null))]
        );
}

public sealed class Row : IUnitScoped
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required string Name { get; init; }
    public required DateOnly Day { get; init; }
}

sealed class RowsDb(ReplicaDatabase replica)
    : ServiceDb(
        new DbContextOptionsBuilder<RowsDb>()
            .UseNpgsql(replica.Sql.Source)
            .UseApplicationServiceProvider(new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider())
            .Options
    )
{
    public DbSet<Row> Rows => Set<Row>();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await replica.DisposeAsync();
    }
}
