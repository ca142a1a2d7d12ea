namespace DanVan.Petitions.Contracts.V1;

/// <summary>Further contents of the paper (đơn có nhiều nội dung) became petitions of their own, each told of by <see cref="PetitionReceived"/> with <c>PaperId</c>.</summary>
/// <remarks>Which they are is not said here: one of them may be a denunciation.</remarks>
/// <param name="PetitionId">The paper.</param>
/// <param name="Kind">Of the content that it stays with: KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="SplitOn">The date of the split.</param>
public sealed record PetitionSplit(Guid PetitionId, string Kind, string Field, DateOnly SplitOn);
