namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petitioner was asked something, to be answered by the code on the receipt. The text is sealed and in no event.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="AskedOn">The day on which it was asked.</param>
/// <param name="AnswerBy">The day by which an answer is asked for; none when no day was named.</param>
public sealed record QuestionAsked(Guid PetitionId, string Kind, string Field, Guid QuestionId, DateOnly AskedOn, DateOnly? AnswerBy);

/// <summary>The petitioner answered a question. The text is sealed and in no event.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="AnsweredOn">The day on which it was answered.</param>
public sealed record QuestionAnswered(Guid PetitionId, string Kind, string Field, Guid QuestionId, DateOnly AnsweredOn);
