namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// The first open duty of a petition has become overdue, or very overdue: told once for each, and again only after it was in time meanwhile. Never while the
/// clock stands. It is a matter for the unit above now.
/// </summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="UnitId">The unit that has to deal with it.</param>
/// <param name="EscalatedTo">The unit above that one; none above the root.</param>
/// <param name="DueOn">The day on which it fell due.</param>
/// <param name="Class">OVERDUE or VERY_OVERDUE.</param>
public sealed record PetitionOverdue(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid UnitId,
    Guid? EscalatedTo,
    DateOnly DueOn,
    string Class
);
