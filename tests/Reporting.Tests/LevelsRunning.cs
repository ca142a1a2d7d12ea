namespace DanVan.Reporting.Tests;

/// <summary>
/// The service with rules of an administration: the report of a quarter is approved by three levels and hidden until then, that of a half-year by two; and units
/// report on democracy.
/// </summary>
public sealed class LevelsRunning : IAsyncLifetime
{
    readonly string rules = Path.GetTempFileName();

    public ReportingRunning Running { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var (quarter, half) = (
            Rule("QUARTER", """["COMMUNE", "PROVINCE", "CENTRAL"], "hiddenUntilApproved": true"""),
            Rule("HALF_YEAR", """["COMMUNE", "PROVINCE"]""")
        );
        await File.WriteAllTextAsync(rules, $"[{quarter}, {half}, {Democracy}]");
        await Running.InitializeAsync();
        await Running.Reporting.Restart(new Dictionary<string, string> { ["Duties__RulesFile"] = rules });
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        File.Delete(rules);
    }

    /// <summary>A report that no law asks for.</summary>
    const string Democracy = """
        { "form": "DANVAN_QCDC", "regime": "STATE_ND09", "periodKinds": ["YEAR"], "kinds": ["PROVINCE", "COMMUNE"], "inForceFrom": "2023-07-01",
          "inForceTo": null, "article": { "vi": "Kế hoạch", "en": "Plan" } }
        """;

    static string Rule(string kind, string levels) =>
        $$"""
            { "form": "TTCP_TCD", "regime": "TTCP_06_2025", "periodKinds": ["{{kind}}"], "kinds": ["PROVINCE", "COMMUNE"], "inForceFrom": "2025-09-30",
              "inForceTo": null, "article": { "vi": "Quy định", "en": "Rule" }, "approvals": { "levels": {{levels}} } }
            """;
}
