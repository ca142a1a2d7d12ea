using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>
/// The schemes of an administration: the shipped one with the criteria of its example, and many like it that score years that are over, since a unit is scored
/// once a year under a scheme.
/// </summary>
sealed class ScoringSchemes : IDisposable
{
    const int Many = 500;

    public ScoringSchemes()
    {
        var shipped = JsonNode.Parse(
            System.IO.File.ReadAllText(Path.Combine(Repository.Root, "services/reporting/Reporting/Scoring/scoring-schemes.json")),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        )![0]!;
        shipped["criteria"] = new JsonArray(
            Criterion("TC1", "ORGANISATION", "Ban hành kế hoạch, phân công lãnh đạo phụ trách công tác dân vận", 10),
            Criterion("TC2", "EXECUTION", "Tiếp công dân, đối thoại, giải quyết kiến nghị của Nhân dân", 50),
            Criterion("TC3", "EXECUTION", "Thực hiện dân chủ ở cơ sở, cải cách hành chính", 40)
        );
        var schemes = new JsonArray(shipped.DeepClone());
        foreach (var number in Enumerable.Range(1, Many))
        {
            var scheme = shipped.DeepClone();
            (scheme["code"], scheme["inForceFrom"]) = (Code(number), "2000-01-01");
            schemes.Add(scheme);
        }
        System.IO.File.WriteAllText(File, schemes.ToJsonString());
    }

    /// <summary>Where they stand.</summary>
    public string File { get; } = Path.GetTempFileName();

    /// <summary>The code of one that was not given before.</summary>
    public static string Next(ref int last) => Code(Interlocked.Increment(ref last));

    public void Dispose() => System.IO.File.Delete(File);

    static string Code(int number) => $"VI_DU_{number}";

    static JsonObject Criterion(string code, string part, string name, int most) =>
        new()
        {
            ["code"] = code,
            ["part"] = part,
            ["name"] = name,
            ["most"] = most,
        };
}
