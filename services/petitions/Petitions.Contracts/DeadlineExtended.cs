namespace DanVan.Petitions.Contracts.V1;

/// <summary>The time limit for the resolution became longer: the case was found complex, or a denunciation's limit was extended (gia hạn).</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI or TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Basis">COMPLEX (a complexity finding in writing), EXTENSION (an extension decision) or SEVERAL_PLACES (a denunciation is to be checked at several places before it is accepted).</param>
/// <param name="RuleId">The rule that now governs, such as KN.R1 or TC.RES.EXT.</param>
/// <param name="PreviousDueOn">The day on which the resolution fell due until now.</param>
/// <param name="DueOn">The day on which it falls due from now on.</param>
public sealed record DeadlineExtended(
    Guid PetitionId,
    string Kind,
    string Field,
    string Basis,
    string RuleId,
    DateOnly PreviousDueOn,
    DateOnly DueOn
);
