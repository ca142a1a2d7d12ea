using DanVan.Awards.Movements;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class MovementTests
{
    [Fact]
    public void A_movement_is_closed_once()
    {
        var movement = Movement();

        Assert.Null(movement.Close(Day("2022-12-31"), Today));

        Assert.Equal((MovementState.Closed, Day("2022-12-31")), (movement.State, movement.ClosedOn));
        "awards.movement-closed".Refuses(movement.Close(Day("2022-12-31"), Today));
    }

    [Theory]
    [InlineData("2021-12-31")]
    [InlineData("2026-11-22")]
    public void It_is_not_closed_before_it_began_nor_in_the_future(string day) =>
        "awards.movement-closing-day".Refuses(Movement().Close(Day(day), Today));

    static Movement Movement() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Name = "Dân vận khéo",
            Scope = MovementScope.Province,
            StartsOn = Day("2022-01-01"),
            EntryDigest = [],
        };
}
