using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Replica;

public class UnitTreeTests
{
    static readonly DateOnly Old = new(2022, 12, 29);
    static readonly DateOnly New = new(2026, 1, 1);
    static readonly DateOnly Turn = new(2025, 7, 1);

    readonly Guid province = Guid.CreateVersion7();
    readonly Guid merged = Guid.CreateVersion7();
    readonly Guid district = Guid.CreateVersion7();
    readonly Guid commune = Guid.CreateVersion7();

    UnitTree Tree() =>
        UnitTree.Of([
            Record(RootUnit.Id, [], Version(RootUnit.Id, null, new(1945, 9, 2), null)),
            Record(province, [], Version(province, RootUnit.Id, new(2004, 1, 1), Turn, "82")),
            Record(merged, [province], Version(merged, RootUnit.Id, Turn, null, "82")),
            Record(district, [], Version(district, province, new(2004, 1, 1), Turn)),
            Record(commune, [], Version(commune, district, new(2004, 1, 1), Turn), Version(commune, merged, Turn, null)),
        ]);

    [Fact]
    public void A_unit_is_within_whom_it_belonged_to_on_the_day()
    {
        var tree = Tree();
        Assert.True(tree.IsWithin(commune, province, Old));
        Assert.False(tree.IsWithin(commune, province, New));
        Assert.True(tree.IsWithin(commune, merged, New));
        Assert.False(tree.IsWithin(commune, merged, Old));
        Assert.True(tree.IsWithin(commune, RootUnit.Id, Old));
        Assert.True(tree.IsWithin(commune, commune, Old));
        Assert.False(tree.IsWithin(province, commune, Old));
        Assert.False(tree.IsWithin(province, province, New));
        Assert.False(tree.IsWithin(Guid.CreateVersion7(), RootUnit.Id, Old));
        Assert.False(tree.IsWithin(Guid.Empty, Guid.Empty, Old));
    }

    [Fact]
    public void The_same_code_is_another_unit_on_another_day()
    {
        Assert.Equal(province, Tree().FindByCode("82", Old)?.UnitId);
        Assert.Equal(merged, Tree().FindByCode("82", New)?.UnitId);
        Assert.Null(Tree().FindByCode("82", new(2000, 1, 1)));
        Assert.Equal([merged], Tree().Successors(province));
        Assert.Equal(Turn.AddDays(-1), Tree().LastDay(province));
        Assert.Null(Tree().LastDay(merged));
    }

    [Fact]
    public void Subtrees_and_ancestors_are_those_of_the_day()
    {
        Assert.Equal([province, district, commune], Tree().Subtree(province, Old).Select(unit => unit.UnitId));
        Assert.Empty(Tree().Subtree(province, New));
        Assert.Equal([district, province, RootUnit.Id], Tree().Ancestors(commune, Old).Select(unit => unit.UnitId));
        Assert.Equal([merged, RootUnit.Id], Tree().Ancestors(commune, New).Select(unit => unit.UnitId));
    }

    [Fact]
    public void An_older_version_of_a_unit_and_an_older_revision_change_nothing()
    {
        var tree = Tree();
        tree.Apply([new(commune, 0, [], [Version(commune, RootUnit.Id, new(2004, 1, 1), null)])], revision: 2);
        Assert.True(tree.IsWithin(commune, merged, New));
        tree.Apply([new(commune, 2, [], [Version(commune, RootUnit.Id, new(2004, 1, 1), null)])], revision: 2);
        Assert.True(tree.IsWithin(commune, merged, New));
        tree.Apply([new(commune, 2, [], [Version(commune, RootUnit.Id, new(2004, 1, 1), null)])], revision: 3);
        Assert.False(tree.IsWithin(commune, merged, New));
    }

    [Fact]
    public void A_cycle_that_shows_for_a_moment_ends_and_does_not_hang()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var tree = UnitTree.Of([
            Record(one, [], Version(one, other, new(2004, 1, 1), null)),
            Record(other, [], Version(other, one, new(2004, 1, 1), null)),
        ]);
        Assert.False(tree.IsWithin(one, RootUnit.Id, New));
        Assert.Equal(2, tree.Subtree(one, New).Count);
        Assert.NotEmpty(tree.Ancestors(one, New));
    }

    static UnitRecord Record(Guid unit, Guid[] predecessors, params UnitVersion[] versions) => new(unit, 1, predecessors, versions);

    static UnitVersion Version(Guid unit, Guid? parent, DateOnly from, DateOnly? to, string? code = null) =>
        new(
            unit,
            from,
            to,
            "Thử",
            "Đơn vị Thử",
            "PROVINCE",
            "PROVINCE",
            parent,
            code is null ? null : UnitVersion.AdministrativeScheme,
            code
        );
}
