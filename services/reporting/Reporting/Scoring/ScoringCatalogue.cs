namespace DanVan.Reporting.Scoring;

/// <summary>The scoring schemes through the years. One that contradicts itself stops the start.</summary>
public sealed class ScoringCatalogue
{
    /// <exception cref="InvalidOperationException">A scheme contradicts itself; the message says where.</exception>
    public ScoringCatalogue(IReadOnlyList<ScoringScheme> schemes)
    {
        All = schemes;
        foreach (var scheme in schemes)
            if (scheme.Parts.Sum(part => part.Points) != 100 || scheme.Ranks is not [.., { From: 0, WithoutZero: false }])
                throw new InvalidOperationException(
                    $"Scoring scheme {scheme.Code}: its parts are not 100 points, or some score has no rank"
                );
    }

    /// <summary>The schemes shipped with the service.</summary>
    public static ScoringCatalogue Shipped() => new(DataFile.Read<List<ScoringScheme>>("scoring-schemes.json"));

    public IReadOnlyList<ScoringScheme> All { get; }

    /// <summary>The scheme with this code, if it scores that year.</summary>
    public ScoringScheme? Find(string code, int year) =>
        All.FirstOrDefault(scheme =>
            scheme.Code == code && scheme.InForceFrom <= new DateOnly(year, 1, 1) && !(scheme.InForceTo < new DateOnly(year, 12, 31))
        );
}
