namespace DanVan.Reporting.Tests;

/// <summary>The service with rules of an administration: the report of a quarter locks ten days after it was to be sent, that of a half-year never.</summary>
public sealed class LockingRunning : IAsyncLifetime
{
    readonly string rules = Path.GetTempFileName();

    public ReportingRunning Running { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(rules, $"[{Rule("QUARTER", ", \"locksAfterDays\": 10")}, {Rule("HALF_YEAR", "")}]");
        await Running.InitializeAsync();
        await Running.Reporting.Restart(new Dictionary<string, string> { ["Duties__RulesFile"] = rules });
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        File.Delete(rules);
    }

    static string Rule(string kind, string more) =>
        $$"""
            { "form": "TTCP_TCD", "regime": "TTCP_06_2025", "periodKinds": ["{{kind}}"], "kinds": ["PROVINCE", "COMMUNE"], "inForceFrom": "2025-09-30",
              "inForceTo": null, "article": { "vi": "Quy định", "en": "Rule" }{{more}} }
            """;
}
