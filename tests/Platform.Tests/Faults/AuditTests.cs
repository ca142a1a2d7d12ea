using DanVan.Support;

namespace DanVan.Platform.Tests.Faults;

/// <summary>A journal that was tampered with says so.</summary>
[Collection(nameof(FaultCollection))]
public sealed class AuditTests
{
    [Theory]
    [InlineData(
        "update chassis.journal set data = '{\"noteId\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"khác\"}' where sequence = 4",
        "row 4"
    )]
    [InlineData("update chassis.journal set actor = 'somebody else' where sequence = 2", "row 2")]
    [InlineData("delete from chassis.journal where sequence = 5", "row 6")]
    [InlineData("delete from chassis.journal where sequence = 10", "last rows")]
    public async Task A_changed_or_removed_row_is_found(string tampering, string named)
    {
        await using var probe = await Probe.Start();
        await probe.WriteMany(10);
        await probe.Quiet();
        Assert.Contains("10 rows, all linked", await probe.Process.Run("audit", "verify"), StringComparison.Ordinal);

        // The service's own role is refused; somebody with more rights is found out.
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => probe.Database.Execute(tampering));
        await probe.Database.Execute("alter table chassis.journal disable trigger all");
        await probe.Database.Execute(tampering);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => probe.Process.Run("audit", "verify"));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }
}
