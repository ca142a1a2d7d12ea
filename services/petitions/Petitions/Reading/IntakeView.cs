using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions.Reading;

/// <summary>What was found of a petition before it is taken up.</summary>
/// <param name="CaseId">The case (vụ việc) that it belongs to.</param>
/// <param name="PaperId">The paper of several contents that it was split from.</param>
/// <param name="Eligibility">Of the last classification; none before.</param>
/// <param name="FailedChecks">Ids of the checks of eligibility that failed.</param>
/// <param name="Competent">Whether the unit found itself competent.</param>
/// <param name="KeepUntil">Filed, it is kept to this day at least.</param>
/// <param name="Signatories">How many signed it and have not withdrawn.</param>
/// <param name="Representatives">How many were appointed to represent them.</param>
public sealed record IntakeView(
    Guid CaseId,
    Guid? PaperId,
    DateOnly? ClassifiedOn,
    Verdict? Eligibility,
    IReadOnlyList<string> FailedChecks,
    bool? Competent,
    DateOnly? KeepUntil,
    int Signatories,
    int? Representatives
)
{
    internal static IntakeView Of(Petition p) =>
        new(p.CaseId, p.PaperId, p.ClassifiedOn, p.Verdict, p.FailedChecks, p.Competent, p.KeepUntil, p.Signatories, p.Representatives);
}
