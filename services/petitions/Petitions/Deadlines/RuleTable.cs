using System.Security.Cryptography;
using System.Text;

namespace DanVan.Petitions.Deadlines;

/// <summary>The time limits of the law through time.</summary>
public sealed class RuleTable
{
    public RuleTable(IReadOnlyList<DeadlineRule> rules)
    {
        foreach (var row in rules)
            if (rules.Any(other => other != row && other.Id == row.Id && row.From is { } from && other.IsInForce(from)))
                throw new InvalidDataException($"Two rows of the rule {row.Id} are in force on {row.From:yyyy-MM-dd}.");
        Rules = rules;
        var counting = string.Join('\n', rules.Select(r => $"{r.Id}|{r.From:O}|{r.To:O}|{r.Limit}|{r.Longer}|{r.Unit}|{r.Before}"));
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(counting)))[..16];
    }

    public IReadOnlyList<DeadlineRule> Rules { get; }

    /// <summary>Names what the table counts by: another limit, unit or time in force is another version, another wording is not.</summary>
    public string Version { get; }

    /// <summary>The row in force on the day of the start event: later changes of the law do not move a clock that has started.</summary>
    public DeadlineRule? Find(string id, DateOnly startedOn) => Rules.FirstOrDefault(rule => rule.Id == id && rule.IsInForce(startedOn));

    public bool Knows(string id) => Rules.Any(rule => rule.Id == id);

    /// <summary>The table that comes with the service, or the file that an administration puts in its place.</summary>
    public static RuleTable Load(string? path = null) => new(LawTable.Load<List<DeadlineRule>>("Deadlines.rules", path));
}
