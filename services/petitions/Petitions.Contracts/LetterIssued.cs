namespace DanVan.Petitions.Contracts.V1;

/// <summary>A letter was issued in the handling of a petition (ban hành văn bản). Its text is in no event.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Letter">Which of the petition's letters it is: 1 for the first.</param>
/// <param name="Form">Code of the form, as in /api/v1/petitions/letters/forms.</param>
/// <param name="Number">Number and symbol: 84/TB-UBND, 163-TB/BTGDVTW.</param>
/// <param name="Addressee">PETITIONER, FORWARDING_BODY, RECEIVING_UNIT, DENOUNCED or CONCERNED.</param>
/// <param name="IssuedOn">The date that the letter bears.</param>
public sealed record LetterIssued(
    Guid PetitionId,
    string Kind,
    string Field,
    int Letter,
    string Form,
    string Number,
    string Addressee,
    DateOnly IssuedOn
);
