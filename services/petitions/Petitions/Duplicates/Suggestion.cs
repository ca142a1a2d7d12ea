using DanVan.Chassis.Http;
using DanVan.Petitions.Identities;

namespace DanVan.Petitions.Duplicates;

/// <summary>Why two papers may be about one case.</summary>
public enum Likeness
{
    /// <summary>The same name and identity number.</summary>
    IdentityNumber,

    /// <summary>The same name and phone.</summary>
    Phone,

    /// <summary>The same name and address.</summary>
    Address,

    /// <summary>A similar content.</summary>
    Content,

    /// <summary>About the same place.</summary>
    Place,
}

/// <param name="UnitId">The unit in whose book it stands: it may be another that the caller sees, to which the same was sent.</param>
/// <param name="Score">0 to 1: half for the person, four tenths for the content, a tenth for the place.</param>
/// <param name="Similarity">Of the contents, 0 to 1, by the trigrams that they share.</param>
/// <param name="Reasons">Why it is suggested. Who petitions is not told.</param>
public sealed record Suggestion(
    Guid PetitionId,
    Guid UnitId,
    PetitionKind Kind,
    PetitionState State,
    DateOnly ReceivedOn,
    Guid CaseId,
    double Score,
    double Similarity,
    IReadOnlyList<Reason> Reasons
);

/// <param name="What">The same in the reader's language.</param>
public sealed record Reason(Likeness Code, string What);

/// <summary>Weighs what two papers have in common. A person decides: this only says where to look.</summary>
public static class Likenesses
{
    /// <summary>Contents that share less are not called similar.</summary>
    public const double Similar = 0.3;

    public static (double Score, IReadOnlyList<Reason> Reasons) Weigh(
        IReadOnlyCollection<SamePerson> same,
        double similarity,
        bool samePlace
    )
    {
        var reasons = new List<Likeness>();
        foreach (var one in same.Order())
            reasons.Add(Enum.Parse<Likeness>(one.ToString()));
        if (similarity >= Similar)
            reasons.Add(Likeness.Content);
        if (samePlace)
            reasons.Add(Likeness.Place);
        var score = (same.Count > 0 ? 0.5 : 0) + 0.4 * similarity + (samePlace ? 0.1 : 0);
        return (Math.Round(score, 2), [.. reasons.Select(code => new Reason(code, What(code)))]);
    }

    static string What(Likeness code) =>
        code switch
        {
            Likeness.IdentityNumber => Phrases.Of("Cùng họ tên và số giấy tờ", "The same name and identity number"),
            Likeness.Phone => Phrases.Of("Cùng họ tên và số điện thoại", "The same name and phone"),
            Likeness.Address => Phrases.Of("Cùng họ tên và địa chỉ", "The same name and address"),
            Likeness.Content => Phrases.Of("Nội dung tương tự", "A similar content"),
            _ => Phrases.Of("Cùng địa bàn", "About the same place"),
        };
}
