using DanVan.Chassis.Http;

namespace DanVan.Petitions.Questions;

/// <summary>
/// What an official asks the petitioner (yêu cầu bổ sung, làm rõ) and what is answered through the code. Both texts are encrypted under a data key of their
/// own, which is stored wrapped: destroying that key erases them.
/// </summary>
public sealed class Question
{
    public required Guid Id { get; init; }
    public required Guid PetitionId { get; init; }
    public required DateOnly AskedOn { get; init; }

    /// <summary>The day by which an answer is asked for; no limit of the law.</summary>
    public DateOnly? AnswerBy { get; init; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Names the key that wraps the data key.</summary>
    public required string KeyId { get; set; }
    public required byte[] WrappedKey { get; set; }
    public required byte[] Text { get; init; }
    public byte[]? Answer { get; private set; }

    public void Take(byte[] answer, DateOnly on) => (Answer, AnsweredOn) = (answer, on);
}

/// <param name="Answer">None until the petitioner has answered.</param>
public sealed record QuestionView(Guid Id, string Question, DateOnly AskedOn, DateOnly? AnswerBy, string? Answer, DateOnly? AnsweredOn)
{
    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(QuestionView);
}
