namespace DanVan.Reporting.Scoring.Rankings;

/// <summary>Whether a unit is among those that its authority may propose for an award.</summary>
public enum Proposal
{
    /// <summary>Its rank is too low.</summary>
    RankTooLow,

    /// <summary>Its rank suffices, and so do the places.</summary>
    WithinQuota,

    /// <summary>Its rank suffices; others have taken the places.</summary>
    BeyondQuota,

    /// <summary>It shares its points with others, and there are places for some of them: the authority decides.</summary>
    TiedAtQuota,

    /// <summary>Its rank suffices; the scheme names no quota for its level.</summary>
    NoQuota,
}

/// <summary>What was decided about a unit.</summary>
public sealed record DecidedScore(Guid UnitId, Guid AssessmentId, decimal Total, Rank Rank, bool MayBeProposed);

/// <summary>A unit in the order of points.</summary>
/// <param name="Place">From 1. Units with the same points share it until the authority has decided; among equal points those that may be proposed come first.</param>
/// <param name="Tied">Whether it shares its place.</param>
/// <param name="TieReason">Why the authority put it where it is among peers.</param>
public sealed record RankedUnit(DecidedScore Score, int Place, bool Tied, string? TieReason, Proposal Proposal)
{
    /// <summary>The units of a level in the order of their points.</summary>
    /// <param name="scores">What was decided about each.</param>
    /// <param name="quota">How many may be proposed; null where the scheme names none.</param>
    /// <param name="ties">What the authority decided about peers, the newest last.</param>
    public static IReadOnlyList<RankedUnit> Of(IEnumerable<DecidedScore> scores, AwardQuota? quota, IReadOnlyList<ScoreTie> ties)
    {
        var (ranked, proposable) = (new List<RankedUnit>(), 0);
        foreach (var peers in WithEqualPoints(scores))
        {
            var tie = ties.LastOrDefault(one => IsAbout(one, peers));
            var inOrder = tie is null ? peers : [.. peers.OrderBy(score => Array.IndexOf(tie.Units, score.UnitId))];
            var (before, together) = (ranked.Count, tie is null ? peers.Count : 1);
            foreach (var (index, score) in inOrder.Index())
            {
                var at = tie is null ? 0 : index;
                var proposal = ProposalOf(score, quota?.Collectives, proposable + at + 1, proposable + at + together);
                ranked.Add(new(score, before + at + 1, together > 1, tie?.Reason, proposal));
            }
            if (peers[0].MayBeProposed)
                proposable += peers.Count;
        }
        return ranked;
    }

    /// <summary>Units that have the same points and may all be proposed, or none of them: the most points first, of equal points those that may be proposed.</summary>
    internal static IEnumerable<List<DecidedScore>> WithEqualPoints(IEnumerable<DecidedScore> scores) =>
        from score in scores
        group score by (score.Total, score.MayBeProposed) into peers
        orderby peers.Key.Total descending, peers.Key.MayBeProposed descending
        select peers.OrderBy(score => score.UnitId).ToList();

    internal static bool IsAbout(ScoreTie tie, List<DecidedScore> peers) =>
        tie.Total == peers[0].Total && peers.Select(score => score.UnitId).ToHashSet().SetEquals(tie.Units);

    /// <param name="first">The first of the places among those that may be proposed that it may have.</param>
    /// <param name="last">The last of them.</param>
    static Proposal ProposalOf(DecidedScore score, int? places, int first, int last) =>
        !score.MayBeProposed ? Proposal.RankTooLow
        : places is not { } most ? Proposal.NoQuota
        : last <= most ? Proposal.WithinQuota
        : first > most ? Proposal.BeyondQuota
        : Proposal.TiedAtQuota;
}
