using DanVan.Cli;

namespace DanVan.Petitions.Tests.Slices;

[Collection(PetitionsRunning.Shared)]
public sealed class StartTests(PetitionsRunning running)
{
    [Fact]
    public async Task Without_a_key_for_the_vault_the_start_stops_with_a_sentence()
    {
        var noKey = new Dictionary<string, string> { ["Vault__Key"] = "" };

        var failure = await Assert.ThrowsAsync<Failure>(() => running.Service.Replica(noKey));

        Assert.Contains("Vault:Key is missing", await File.ReadAllTextAsync(failure.Todo.Split(' ')[^1]), StringComparison.Ordinal);
    }
}
