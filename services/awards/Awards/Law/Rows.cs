using DanVan.Awards.Decisions;

namespace DanVan.Awards.Law;

/// <summary>A row in force from a day to a day, both included; no end means still in force.</summary>
public interface IDated
{
    DateOnly From { get; }
    DateOnly? To { get; }
}

public static class Dated
{
    public static bool Covers(this IDated row, DateOnly day) => row.From <= day && (row.To is not { } end || day <= end);
}

/// <summary>A law with its decree. The mark says how sure the row is: V text read, V2 quoted by another source, S seed article, M from memory.</summary>
public sealed record LawRow(string Id, string Law, string Decree, DateOnly From, DateOnly? To, string Source, string Mark) : IDated;

/// <summary>The base salary (lương cơ sở) in VND a month.</summary>
public sealed record BaseSalaryRow(decimal Amount, DateOnly From, DateOnly? To, string Source, string Mark) : IDated;

/// <summary>
/// A type of commendation (loại hình khen thưởng). An award for sudden or thematic achievement can never be the basis of a higher award for merit
/// (Decree 152/2025, article 4.3).
/// </summary>
public sealed record CommendationType(string Code, string Vi, string En, bool MaySupportMerit, string Source, string Mark);

/// <summary>An award form or title: for whom it is, at which level it stands and who decides it.</summary>
public sealed record AwardForm(
    string Code,
    string Vi,
    string En,
    string Level,
    string Regime,
    IReadOnlyList<RecipientKind> For,
    IReadOnlyList<DeciderRow> DecidedBy,
    string Source,
    string Mark
)
{
    /// <summary>The regime of the law on emulation; awards of party committees follow their own.</summary>
    public const string StateRegime = "STATE";

    public DeciderRow? DeciderOn(DateOnly day) => DecidedBy.SingleOrDefault(row => row.Covers(day));
}

/// <summary>
/// Who decides a form in a period, and the kinds and levels of directory units under which such an issuer stands; an empty list restricts nothing.
/// </summary>
public sealed record DeciderRow(
    string Vi,
    string En,
    IReadOnlyList<string> UnitKinds,
    IReadOnlyList<string> UnitLevels,
    DateOnly From,
    DateOnly? To
) : IDated;

/// <summary>How many base salaries go with a form for one kind of recipient under one decree.</summary>
public sealed record CoefficientRow(string LawId, string Form, RecipientKind Kind, decimal Value, string Source, string Mark);

/// <summary>The share of all members of a council, present or not, that must agree; null where the decree sets none or was not read.</summary>
public sealed record VoteThresholdRow(string LawId, string Form, int? PercentOfAllMembers, string Source, string Mark);

/// <summary>
/// Nobody is rewarded or proposed while discipline, investigation or inspection is pending, or a complaint, a denunciation or an allegation of the press is
/// being verified.
/// </summary>
public sealed record ClearanceRow(DateOnly From, DateOnly? To, string Source, string Mark) : IDated;
