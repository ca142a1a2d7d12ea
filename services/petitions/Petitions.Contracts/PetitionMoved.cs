namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// An open petition went to another unit because its own has ended: to the one successor when a reorganisation was carried out, or to the unit that a
/// person decided on. Its time limits run on as they were. The envelope's unit is the new one.
/// </summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that goes on with it.</param>
/// <param name="MovedOn">The day from which it is there: that of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation that moved it; none when a person decided.</param>
/// <param name="DueOn">The last day of the first open duty, as before; none when nothing is open.</param>
public sealed record PetitionMoved(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid FromUnitId,
    Guid ToUnitId,
    DateOnly MovedOn,
    Guid? ReorganisationId,
    DateOnly? DueOn
);
