namespace DanVan.Petitions.Contracts.V1;

/// <summary>A unit lets the public read of how a petition was resolved, from a day on.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="VisibleFrom">The first day on which it shows.</param>
/// <param name="PublishedOn">The day on which that was entered.</param>
public sealed record ResolutionPublished(Guid PetitionId, string Kind, string Field, DateOnly VisibleFrom, DateOnly PublishedOn);

/// <summary>What the public read of a resolution is withheld from now on.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Reason">IDENTITY, FURTHER_COMPLAINT, ERROR or DECISION.</param>
/// <param name="WithheldOn">The day.</param>
public sealed record PublicationWithheld(Guid PetitionId, string Kind, string Field, string Reason, DateOnly WithheldOn);
