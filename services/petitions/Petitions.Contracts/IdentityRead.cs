namespace DanVan.Petitions.Contracts.V1;

/// <summary>Somebody opened the sealed identity of a petitioner. Says who and what for; never what was read.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="ReadBy">The account or client that read.</param>
/// <param name="Purpose">XAC_MINH (verification), LIEN_HE (contact), THONG_BAO (notice of a decision), BAO_VE (protection) or KIEM_TRA (inspection).</param>
public sealed record IdentityRead(Guid PetitionId, string Kind, string ReadBy, string Purpose);
