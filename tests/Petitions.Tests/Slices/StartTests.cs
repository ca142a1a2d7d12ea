using DanVan.Support;

namespace DanVan.Petitions.Tests.Slices;

[Collection(PetitionsRunning.Shared)]
public sealed class StartTests(PetitionsRunning running)
{
    [Fact]
    public async Task Without_a_key_for_the_vault_the_start_stops_with_a_sentence()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => running.Service.Replica(new Dictionary<string, string> { ["Vault__Key"] = "" }));

        Assert.Contains("Vault:Key is missing", failure.ToString(), StringComparison.Ordinal);
    }
}
