namespace DanVan.Awards.Decisions;

/// <summary>
/// One achievement is rewarded once (Law 06/2022/QH15, article 5.2c). Within a movement, the same name of the same unit is taken for the same
/// achievement unless whoever enters it says why it is not; a name without a unit may be anybody of that name.
/// </summary>
public static class OneAchievement
{
    /// <param name="entering">What is being entered into one decision, in the order of the request.</param>
    /// <param name="standing">Who holds an award of this decision or of its movement that is not revoked.</param>
    /// <param name="field">The member of the request that holds the list.</param>
    public static Rejection? Refuses(IReadOnlyList<Recipient> entering, IReadOnlyList<Recipient> standing, string field)
    {
        for (var i = 0; i < entering.Count; i++)
        {
            var candidate = entering[i];
            if (candidate.OtherAchievement is null && standing.Concat(entering.Take(i)).FirstOrDefault(candidate.IsSameAs) is { } earlier)
                return new(
                    "awards.achievement-rewarded",
                    $"Đối tượng này đã được khen thưởng trong cùng phong trào (quyết định {earlier.AwardDecisionId}). Một thành tích không được "
                        + "tặng nhiều lần, nhiều hình thức; nếu là thành tích hoặc đối tượng khác, nêu rõ ở otherAchievement.",
                    $"This recipient holds an award of the same movement (decision {earlier.AwardDecisionId}). One achievement is not rewarded "
                        + "twice; where it is another achievement or somebody else, say so in otherAchievement.",
                    Field: $"{field}[{i}].name"
                );
        }
        return null;
    }

    static bool IsSameAs(this Recipient one, Recipient other) =>
        one.Kind == other.Kind
        && one.NameKey == other.NameKey
        && (one.UnitId is null || other.UnitId is null || one.UnitId == other.UnitId);
}
