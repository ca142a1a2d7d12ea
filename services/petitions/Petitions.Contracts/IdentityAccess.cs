namespace DanVan.Petitions.Contracts.V1;

/// <summary>Somebody was given leave to open the sealed identity of a petitioner, for a purpose and for a time.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="GrantId">The leave.</param>
/// <param name="Reader">The account or client that may read.</param>
/// <param name="Purpose">XAC_MINH (verification), LIEN_HE (contact), THONG_BAO (notice of a decision), BAO_VE (protection) or KIEM_TRA (inspection).</param>
/// <param name="Until">When it runs out.</param>
/// <param name="ReaderIssuer">Who issues the tokens of that reader; none in events of before.</param>
public sealed record IdentityAccessGranted(
    Guid PetitionId,
    string Kind,
    Guid GrantId,
    string Reader,
    string Purpose,
    DateTimeOffset Until,
    string? ReaderIssuer = null
);

/// <summary>The leave to open an identity was taken back before it ran out.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="GrantId">The leave.</param>
/// <param name="Reader">The account or client that may not read any more.</param>
public sealed record IdentityAccessRevoked(Guid PetitionId, string Kind, Guid GrantId, string Reader);

/// <summary>The key of a sealed identity was destroyed: nobody can open it again. The petition and what is counted of it stay.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="DocumentNumber">Its number.</param>
public sealed record IdentityErased(Guid PetitionId, string Kind, DateOnly DecidedOn, string DocumentNumber);
