using DanVan.Directory.Client;
using DanVan.Reporting.Consolidation;

namespace DanVan.Reporting.Tests;

/// <summary>Where the figures of the units of then count today. NQ 202/2025/QH15; domain: edge cases 19 to 21.</summary>
public class RestatingTests
{
    static readonly DateOnly Cut = new(2025, 7, 1);
    static readonly DateOnly Before = new(2022, 12, 14);
    static readonly DateOnly Today = new(2026, 11, 30);
    static readonly Guid Nation = RootUnit.Id;
    static readonly Guid DongThap = Guid.CreateVersion7();
    static readonly Guid TienGiang = Guid.CreateVersion7();
    static readonly Guid NewDongThap = Guid.CreateVersion7();
    static readonly Guid AnGiang = Guid.CreateVersion7();
    static readonly Guid District = Guid.CreateVersion7();
    static readonly Guid Split = Guid.CreateVersion7();
    static readonly Guid Here = Guid.CreateVersion7();
    static readonly Guid There = Guid.CreateVersion7();

    static readonly UnitTree Tree = UnitTree.Of([
        Unit(Nation, null, null, null),
        Unit(DongThap, Nation, null, Cut),
        Unit(TienGiang, Nation, null, Cut),
        Unit(NewDongThap, Nation, Cut, null, DongThap, TienGiang),
        Unit(AnGiang, Nation, null, null),
        Unit(District, AnGiang, null, Cut),
        Unit(Split, AnGiang, null, Cut),
        Unit(Here, AnGiang, Cut, null, Split),
        Unit(There, NewDongThap, Cut, null, Split),
    ]);

    static readonly Restating Restating = new(Tree, Today);

    [Fact]
    public void What_two_merged_provinces_reported_counts_for_the_one_that_came_out_of_them()
    {
        Assert.Equal(Placing.Inside, Restating.Place(DongThap, NewDongThap));
        Assert.Equal(Placing.Inside, Restating.Place(TienGiang, NewDongThap));
        Assert.Equal(Placing.Outside, Restating.Place(DongThap, AnGiang));
        Assert.Equal(new HashSet<Guid> { DongThap, TienGiang }, Restating.ForebearsOf(NewDongThap, Before).ToHashSet());
        Assert.Equal([NewDongThap], Restating.ForebearsOf(NewDongThap, Today));
    }

    [Fact]
    public void What_a_district_without_successor_reported_stays_with_its_province() =>
        Assert.Equal(Placing.Inside, Restating.Place(District, AnGiang));

    [Fact]
    public void What_a_split_unit_reported_is_of_neither_part_and_of_whoever_has_both()
    {
        Assert.Equal(Placing.Open, Restating.Place(Split, AnGiang));
        Assert.Equal(Placing.Open, Restating.Place(Split, NewDongThap));
        Assert.Equal(Placing.Inside, Restating.Place(Split, Nation));
    }

    static UnitRecord Unit(Guid id, Guid? parent, DateOnly? from, DateOnly? to, params Guid[] predecessors) =>
        new(id, 1, predecessors, [new(id, from ?? new(2004, 1, 1), to, "x", "x", "PROVINCE", "PROVINCE", parent, null, null)]);
}
