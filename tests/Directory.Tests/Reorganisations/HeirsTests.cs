using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Tests.Reorganisations;

public class HeirsTests
{
    static readonly Guid A = Guid.CreateVersion7();
    static readonly Guid B = Guid.CreateVersion7();
    static readonly Guid C = Guid.CreateVersion7();
    static readonly Guid D = Guid.CreateVersion7();

    [Fact]
    public void The_one_successor_goes_on()
    {
        var heirs = Of((A, [B]));
        Assert.Equal(B, heirs.Of(A));
        Assert.True(heirs.Concern(A));
        Assert.False(heirs.Concern(B));
    }

    [Fact]
    public void Of_a_successor_that_has_ended_meanwhile_its_own_successor_goes_on() => Assert.Equal(C, Of((A, [B]), (B, [C])).Of(A));

    [Fact]
    public void Of_several_successors_or_none_nobody_is_chosen()
    {
        Assert.Null(Of((A, [B, C])).Of(A));
        Assert.Null(Of((A, [])).Of(A));
        // As far as it is clear: where the work would be if the two had arrived in order.
        Assert.Equal(B, Of((A, [B]), (B, [C, D])).Of(A));
    }

    [Fact]
    public void Of_several_successors_the_one_that_the_split_names_goes_on_or_what_became_of_it()
    {
        UnitEnding split = new(A, [B, C], HeirId: C);
        Assert.Equal(C, Heirs(split).Of(A));
        Assert.Equal(D, Heirs(split, new(C, [D])).Of(A));
    }

    static Heirs Of(params (Guid Unit, Guid[] Successors)[] endings) =>
        Heirs([.. endings.Select(ending => new UnitEnding(ending.Unit, ending.Successors))]);

    static Heirs Heirs(params UnitEnding[] endings) => new([A], endings.ToDictionary(ending => ending.UnitId));
}
