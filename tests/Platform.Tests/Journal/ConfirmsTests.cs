using DanVan.Chassis.Journal;

namespace DanVan.Platform.Tests.Journal;

public sealed class ConfirmsTests
{
    readonly Confirms confirms = new();

    [Fact]
    public void A_confirm_that_comes_before_anybody_waits_is_not_lost()
    {
        confirms.Confirmed(1, multiple: false);
        Assert.True(confirms.Up(to: 1).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_batch_is_done_when_its_last_gap_is_closed_whatever_the_order()
    {
        var done = confirms.Up(to: 4);
        confirms.Confirmed(4, multiple: false);
        confirms.Confirmed(2, multiple: true);
        Assert.False(done.IsCompleted);
        confirms.Confirmed(3, multiple: false);
        Assert.True(confirms.Up(to: 4).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_refusal_fails_whoever_waits_and_whoever_comes_after()
    {
        var done = confirms.Up(to: 1);
        await confirms.Failed("refused");
        await Assert.ThrowsAsync<IOException>(() => done);
        await Assert.ThrowsAsync<IOException>(() => confirms.Up(to: 2));
    }
}
