namespace DanVan.Petitions.Contracts.V1;

/// <summary>The resolution of an accepted complaint or denunciation was stopped (đình chỉ) by a decision, on a ground of the law.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI or TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Ground">The code of the ground, such as KN.STOP.NO_OBJECT.</param>
/// <param name="StoppedOn">The day of the decision.</param>
/// <param name="SendBy">The day by which the decision is to be sent; none where the law set no limit on that day.</param>
/// <param name="InTime">Whether the resolution was not overdue by then.</param>
public sealed record PetitionStopped(
    Guid PetitionId,
    string Kind,
    string Field,
    string Ground,
    DateOnly StoppedOn,
    DateOnly? SendBy,
    bool InTime
);
