using System.Collections.Frozen;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Reorganisations;

public class SuccessionTests
{
    static readonly DateOnly TheDay = new(2026, 9, 1);
    static readonly Guid Ended = Guid.CreateVersion7();
    static readonly Guid One = Guid.CreateVersion7();
    static readonly Guid Other = Guid.CreateVersion7();
    static readonly Guid Later = Guid.CreateVersion7();
    static readonly Guid Stranger = Guid.CreateVersion7();
    static readonly Guid Province = Guid.CreateVersion7();
    static readonly Guid Elsewhere = Guid.CreateVersion7();

    static readonly UnitRecord[] Around = [Unit(Province, RootUnit.Id), Unit(Stranger), Unit(Elsewhere, RootUnit.Id)];

    [Fact]
    public void The_work_of_a_unit_goes_on_elsewhere_from_the_day_after_its_last()
    {
        var tree = UnitTree.Of([.. Around, Unit(Ended, to: TheDay)]);
        Assert.Equal("units.still-exists", Refusal(tree, Stranger, today: TheDay.AddDays(-1)));
        Assert.Null(Refusal(tree, Stranger, today: TheDay));
        Assert.Equal("units.still-exists", Refusal(UnitTree.Of([.. Around, Unit(Ended)]), Stranger));
        Assert.Equal("units.still-exists", Refusal(UnitTree.Of(Around), Stranger));
    }

    [Fact]
    public void Where_nothing_came_out_of_it_any_unit_goes_on_that_exists_and_that_the_caller_sees()
    {
        var tree = UnitTree.Of([.. Around, Unit(Ended, to: TheDay), Unit(One, to: TheDay), Unit(Later, from: TheDay.AddDays(1))]);
        Assert.Null(Refusal(tree, Stranger));
        Assert.Equal("units.unknown", Refusal(tree, Elsewhere));
        Assert.Equal("units.unknown", Refusal(tree, Guid.CreateVersion7()));
        Assert.Equal("units.unknown", Refusal(tree, One));
        Assert.Equal("units.unknown", Refusal(tree, Later));
        Assert.Equal("units.unknown", Refusal(tree, Ended));
    }

    [Fact]
    public void The_root_which_sees_every_unit_gives_the_work_to_none_that_has_ended_or_is_not_known()
    {
        var tree = UnitTree.Of([.. Around, Unit(Ended, to: TheDay), Unit(One, to: TheDay)]);
        foreach (var none in new[] { One, Ended, Guid.CreateVersion7() })
            Assert.Equal("units.unknown", tree.RefusesHeir(Ended, none, ClerkOf(RootUnit.Id), TheDay)?.Code);
        Assert.Null(tree.RefusesHeir(Ended, Elsewhere, ClerkOf(RootUnit.Id), TheDay));
    }

    [Fact]
    public void Of_several_successors_it_is_one_of_them()
    {
        var tree = UnitTree.Of([.. Around, Unit(Ended, to: TheDay), CameOut(One), CameOut(Other)]);
        Assert.Null(Refusal(tree, One));
        Assert.Null(Refusal(tree, Other));
        Assert.Equal("units.not-a-successor", Refusal(tree, Stranger));
    }

    [Fact]
    public void What_became_of_a_successor_that_has_ended_stands_in_its_place()
    {
        var (ended, other) = (Unit(Ended, to: TheDay), CameOut(Other, to: TheDay.AddDays(30)));
        var merged = UnitTree.Of([.. Around, ended, CameOut(One), other, Unit(Later, from: TheDay.AddDays(30), cameOutOf: Other)]);
        Assert.Equal("units.unknown", Refusal(merged, Later, today: TheDay));
        Assert.Null(Refusal(merged, Other, today: TheDay));
        Assert.Null(Refusal(merged, Later, today: TheDay.AddDays(30)));
        Assert.Null(Refusal(merged, One, today: TheDay.AddDays(30)));
        Assert.Equal("units.not-a-successor", Refusal(merged, Stranger, today: TheDay.AddDays(30)));

        var abolished = UnitTree.Of([.. Around, ended, other]);
        Assert.Null(Refusal(abolished, Stranger, today: TheDay.AddDays(30)));
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        var tree = UnitTree.Of([.. Around, Unit(Ended, to: TheDay), CameOut(One)]);
        Assert.Equal("toUnitId", tree.RefusesHeir(Ended, Elsewhere, Clerk, TheDay)?.Field);
        Assert.Equal("toUnitId", tree.RefusesHeir(Ended, Stranger, Clerk, TheDay)?.Field);
        Assert.Equal("fromUnitId", tree.RefusesHeir(Stranger, One, Clerk, TheDay, "fromUnitId")?.Field);
    }

    static Caller Clerk => ClerkOf(Province);

    static Caller ClerkOf(Guid unit) => new("test", unit, FrozenSet<string>.Empty);

    static string? Refusal(UnitTree tree, Guid to, DateOnly? today = null) => tree.RefusesHeir(Ended, to, Clerk, today ?? TheDay)?.Code;

    static UnitRecord CameOut(Guid id, DateOnly? to = null) => Unit(id, from: TheDay, to: to, cameOutOf: Ended);

    static UnitRecord Unit(Guid id, Guid? parent = null, DateOnly? from = null, DateOnly? to = null, Guid? cameOutOf = null) =>
        new(
            id,
            1,
            cameOutOf is { } predecessor ? [predecessor] : [],
            [new(id, from ?? new(2004, 1, 1), to, "Thử", "Đơn vị Thử", "COMMUNE", "COMMUNE", parent ?? Province, null, null)]
        );
}
