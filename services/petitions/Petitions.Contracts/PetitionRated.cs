namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petitioner said how satisfied they are with how the closed petition was dealt with, for the first time or anew.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="UnitId">The unit that dealt with it.</param>
/// <param name="Rating">From 1 (not at all) to 5 (very).</param>
/// <param name="PreviousRating">What it takes the place of; none the first time.</param>
/// <param name="RatedOn">The day of the rating.</param>
/// <param name="ClosedOn">The day on which the petition was closed.</param>
public sealed record PetitionRated(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid UnitId,
    int Rating,
    int? PreviousRating,
    DateOnly RatedOn,
    DateOnly ClosedOn
);
