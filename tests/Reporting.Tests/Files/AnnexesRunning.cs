namespace DanVan.Reporting.Tests.Files;

/// <summary>The service with rules of an administration: the report with an annex is owed by provinces and communes; until 2024 it is hidden until two levels have approved it.</summary>
public sealed class AnnexesRunning : IAsyncLifetime
{
    readonly string rules = Path.GetTempFileName();

    public ReportingRunning Running { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var hidden = Rule(
            "2023-07-01",
            "\"2024-12-31\"",
            """, "approvals": { "levels": ["COMMUNE", "PROVINCE"], "hiddenUntilApproved": true }"""
        );
        await File.WriteAllTextAsync(rules, $"[{hidden}, {Rule("2025-01-01", "null", "")}]");
        await Running.InitializeAsync();
        await Running.Reporting.Restart(new Dictionary<string, string> { ["Duties__RulesFile"] = rules });
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        File.Delete(rules);
    }

    static string Rule(string from, string to, string more) =>
        $$"""
            { "form": "{{Annexes.Form}}", "regime": "STATE_ND09", "periodKinds": ["YEAR"], "kinds": ["PROVINCE", "COMMUNE"], "inForceFrom": "{{from}}",
              "inForceTo": {{to}}, "article": { "vi": "Quy định", "en": "Rule" }{{more}} }
            """;
}
