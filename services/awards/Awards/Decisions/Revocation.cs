namespace DanVan.Awards.Decisions;

/// <summary>The decision that cancels an award. Whoever decided the award cancels it, and the money is recovered (Law 06/2022/QH15, article 93).</summary>
public sealed class Revocation
{
    public required Guid Id { get; init; }
    public required Guid AwardDecisionId { get; init; }
    public string? Number { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required RevocationGround Ground { get; init; }
    public string? Note { get; init; }

    /// <summary>True when the whole decision falls, named recipients or not.</summary>
    public required bool Whole { get; init; }
}

public enum RevocationGround
{
    /// <summary>Kê khai gian dối thành tích.</summary>
    FalseDeclaration,

    /// <summary>Hồ sơ, giấy tờ giả.</summary>
    FalseDocuments,

    /// <summary>Thẩm định, xét trái quy định của pháp luật.</summary>
    UnlawfulAppraisal,

    /// <summary>A later conclusion or judgment: the standard was not met in the period.</summary>
    StandardNotMet,
}
