using System.Text.Json;
using DanVan.Chassis.Http;
using DanVan.Reporting.Scoring;

namespace DanVan.Reporting.Tests.Scores;

/// <summary>
/// The service with the schemes of an administration beside the one that it ships: one of the same days that scores years that are over, with criteria of its own;
/// one whose steps all go on through the year; and the shipped one, whose year is to come or runs.
/// </summary>
public sealed class ScoresRunning : IAsyncLifetime
{
    /// <summary>Of the shipped days; of a year that is over all of them have passed.</summary>
    public const string Over = "DA_QUA";

    /// <summary>Whose days are all those of the year, and that leaves its criteria to the administration.</summary>
    public const string Open = "CA_NAM";

    public static readonly ScoredCriterion[] Criteria =
    [
        new("TC1", "ORGANISATION", "Văn bản", 10),
        new("TC2", "EXECUTION", "Đối thoại", 50),
        new("TC3", "EXECUTION", "Dân chủ ở cơ sở", 40),
    ];

    readonly string file = Path.GetTempFileName();

    public ReportingRunning Running { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var shipped = ScoringCatalogue.Load().All[0];
        var longAgo = new DateOnly(2000, 1, 1);
        ScoringScheme[] schemes =
        [
            shipped,
            shipped with
            {
                Code = Over,
                InForceFrom = longAgo,
                Criteria = Criteria,
                Quotas = new Dictionary<string, AwardQuota> { ["COMMUNE"] = new(2, 4) },
            },
            shipped with
            {
                Code = Open,
                InForceFrom = longAgo,
                Stages = [.. Enum.GetValues<ScoreStage>().Select(stage => new StageRule(stage, "01-01", "12-end"))],
            },
        ];
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(schemes, JsonRules.Options));
        await Running.InitializeAsync();
        await Running.Reporting.Restart(new Dictionary<string, string> { ["Scoring__SchemesFile"] = file });
    }

    public async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        File.Delete(file);
    }
}
