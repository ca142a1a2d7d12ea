namespace DanVan.Petitions.Contracts.V1;

/// <summary>Who resolved a denunciation acted on the conclusion (xử lý kết luận). Luật TC Đ36.1.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ActedOn">The day of the action.</param>
/// <param name="InTime">Whether it was within the limit.</param>
public sealed record ConclusionActedOn(Guid PetitionId, string Kind, string Field, DateOnly ActedOn, bool InTime);

/// <summary>The conclusion on a denunciation, or the handling decision, was made public, without any identity. Luật TC Đ40.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Manner">MEETING, POSTING, PORTAL or PRESS.</param>
/// <param name="PublishedOn">The day from which it is public.</param>
/// <param name="InTime">Whether it was within the limit.</param>
public sealed record ConclusionPublished(Guid PetitionId, string Kind, string Field, string Manner, DateOnly PublishedOn, bool InTime);
