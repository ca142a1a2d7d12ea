using DanVan.Chassis.Http;

namespace DanVan.Reporting.Scoring;

/// <summary>The scoring schemes through the years. One that contradicts itself stops the start.</summary>
public sealed class ScoringCatalogue
{
    /// <exception cref="InvalidOperationException">A scheme contradicts itself; the message says where.</exception>
    public ScoringCatalogue(IReadOnlyList<ScoringScheme> schemes)
    {
        All = schemes;
        foreach (var scheme in schemes)
            if (Fault(scheme) is { } fault)
                throw new InvalidOperationException($"Scoring scheme {scheme.Code}: {fault}");
    }

    /// <summary>The schemes that come with the service, or the file that an administration puts in their place.</summary>
    public static ScoringCatalogue Load(string? path = null) => new(DataFile.Read<List<ScoringScheme>>("scoring-schemes.json", path));

    public IReadOnlyList<ScoringScheme> All { get; }

    /// <summary>The scheme with this code, if it scores that year.</summary>
    public ScoringScheme? Find(string code, int year) =>
        All.FirstOrDefault(scheme =>
            scheme.Code == code && scheme.InForceFrom <= new DateOnly(year, 1, 1) && !(scheme.InForceTo < new DateOnly(year, 12, 31))
        );

    internal static readonly Rejection NoScheme = new(
        "reporting.no-such-scheme",
        "Không có bộ tiêu chí này cho năm đó.",
        "There is no such scheme for that year.",
        StatusCodes.Status400BadRequest,
        "scheme"
    );

    static string? Fault(ScoringScheme scheme) =>
        scheme.Parts.Sum(part => part.Points) != 100 || scheme.Ranks is not [.., { From: 0, WithoutZero: false }]
            ? "its parts are not 100 points, or some score has no rank"
        : !scheme.Stages.Select(rule => rule.Stage).Order().SequenceEqual(Enum.GetValues<ScoreStage>())
        || scheme.Stages.Any(rule => rule.In(scheme.InForceFrom.Year) is var days && days.To < days.From)
            ? "each stage is there once, and ends no earlier than it begins"
        : scheme.Criteria is { } criteria
            ? ScoredCriterion
                .Faults("criteria", [.. criteria.Select(one => (one.Code, one.Part, one.Most))], scheme)
                .Select(fault => $"{fault.Field}: {fault.En}")
                .FirstOrDefault()
        : null;
}
