namespace DanVan.Petitions.Contracts.V1;

/// <summary>A file was added to a petition. Neither its name nor anything of its content is in any event.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="Number">1, 2, 3 … within the petition.</param>
/// <param name="Type">PDF, JPEG, PNG, DOCX, XLSX, TEXT, MP3, WAV, M4A or MP4.</param>
/// <param name="Length">In bytes, without its metadata.</param>
/// <param name="AddedOn">The day on which it was added.</param>
public sealed record AttachmentAdded(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid AttachmentId,
    int Number,
    string Type,
    long Length,
    DateOnly AddedOn
);

/// <summary>A copy of an attachment without what tells who petitions was made, or took the place of a former one.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="Number">1, 2, 3 … within the petition.</param>
/// <param name="Type">The type of the copy: PDF, JPEG, PNG, TEXT, MP3, WAV, M4A or MP4.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="RedactedOn">The day on which it came.</param>
public sealed record AttachmentRedacted(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid AttachmentId,
    int Number,
    string Type,
    long Length,
    DateOnly RedactedOn
);

/// <summary>Somebody opened the original of an attachment, which can tell who petitions. Says who and what for; never what was read.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="Number">1, 2, 3 … within the petition.</param>
/// <param name="ReadBy">The account or client that read.</param>
/// <param name="Purpose">XAC_MINH (verification), LIEN_HE (contact), THONG_BAO (notice of a decision), BAO_VE (protection) or KIEM_TRA (inspection).</param>
public sealed record AttachmentRead(Guid PetitionId, string Kind, Guid AttachmentId, int Number, string ReadBy, string Purpose);
