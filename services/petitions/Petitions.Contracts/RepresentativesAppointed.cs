namespace DanVan.Petitions.Contracts.V1;

/// <summary>Those who signed the petition have appointed in writing who represents them (cử người đại diện). Luật Tiếp công dân Đ29.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Signatories">How many signed, all of them the appointment too.</param>
/// <param name="Representatives">How many represent them.</param>
/// <param name="AppointedOn">The date of the appointment.</param>
public sealed record RepresentativesAppointed(
    Guid PetitionId,
    string Kind,
    string Field,
    int Signatories,
    int Representatives,
    DateOnly AppointedOn
);
