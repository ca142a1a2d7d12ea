using DanVan.Directory.Client;

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
        var heirs = new Heirs([A], new Dictionary<Guid, Guid[]> { [A] = [B] });
        Assert.Equal(B, heirs.Of(A));
        Assert.True(heirs.Concern(A));
        Assert.False(heirs.Concern(B));
    }

    [Fact]
    public void Of_a_successor_that_has_ended_meanwhile_its_own_successor_goes_on() =>
        Assert.Equal(C, new Heirs([A], new Dictionary<Guid, Guid[]> { [A] = [B], [B] = [C] }).Of(A));

    [Fact]
    public void Of_several_successors_or_none_nobody_is_chosen()
    {
        Assert.Null(new Heirs([A], new Dictionary<Guid, Guid[]> { [A] = [B, C] }).Of(A));
        Assert.Null(new Heirs([A], new Dictionary<Guid, Guid[]> { [A] = [] }).Of(A));
        // As far as it is clear: where the work would be if the two had arrived in order.
        Assert.Equal(B, new Heirs([A], new Dictionary<Guid, Guid[]> { [A] = [B], [B] = [C, D] }).Of(A));
    }
}
