using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The verb <c>reconcile</c>, on a service of its own: what is counted is made wrong by hand.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    readonly PetitionsRunning running = new();

    public ValueTask InitializeAsync() => running.InitializeAsync();

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task What_is_counted_otherwise_than_the_journal_tells_is_named_row_by_row_and_nothing_is_changed()
    {
        var clerk = running.Clerk;
        var (one, other) = (await clerk.Accepted("TO_CAO"), await clerk.Accepted("TO_CAO"));
        await clerk.Take($"{Book}/{one}", "protections", Steps.Body("protections"));
        await clerk.Take($"{Book}/{one}", "resolution", ChainTests.Resolution("DUNG"));
        await clerk.Take($"{Book}/{one}", "effects", Steps.Body("effects"));
        await Eventually.True(
            "the journal to be counted",
            async () =>
                await Number("select count(*) from chassis.outbox") == 0
                && (await clerk.Get($"{Book}/statistics"))["asOf"]!.GetValue<long>()
                    == await Number("select sequence from chassis.journal_head")
        );
        // Five versions of spells, an effect, two measures.
        Assert.Contains("8 rows compared with the journal, 0 differ", await running.Service.Run("reconcile"), StringComparison.Ordinal);

        await running.Service.Database.Execute("update counted_effects set money_recovered = money_recovered + 1");
        await running.Service.Database.Execute("delete from counted_spells where petition_id = $1", Guid.Parse(other));
        var told = (await Assert.ThrowsAsync<InvalidOperationException>(() => running.Service.Run("reconcile"))).Message;

        Assert.Contains("reconcile ended with 1", told, StringComparison.Ordinal);
        Assert.Contains("6 rows compared with the journal, 4 differ", told, StringComparison.Ordinal);
        Assert.Matches("counted_effects: counted, and not told: .*\"money_recovered\": 120000001", told);
        Assert.Matches("counted_effects: told, and not counted: .*\"money_recovered\": 120000000", told);
        Assert.Matches($"counted_spells: told, and not counted: .*{other}", told);
        Assert.Equal(0, await Number("select count(*) from counted_spells where petition_id = $1", Guid.Parse(other)));
    }

    Task<long> Number(string sql, params object[] values) => running.Service.Database.Scalar<long>(sql, values);
}
