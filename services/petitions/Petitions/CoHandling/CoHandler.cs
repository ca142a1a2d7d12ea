using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Petitions.CoHandling;

/// <summary>A unit that helps with a petition of another (phối hợp), and by when.</summary>
public sealed class CoHandler : IUnitScoped
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }

    /// <summary>The unit that was asked.</summary>
    public required Guid UnitId { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required string LetterNumber { get; init; }

    /// <summary>The day that the letter sets.</summary>
    public DateOnly? DueOn { get; init; }
    public DateOnly? AnsweredOn { get; private set; }
    public string? AnswerNumber { get; private set; }
    public bool? InTime => AnsweredOn is { } on && DueOn is { } due ? on <= due : null;

    public Rejection? Answer(DateOnly on, string documentNumber, DateOnly today)
    {
        if (AnsweredOn is not null)
            return Refused.CoHandlerHasAnswered;
        if (Petition.OutOfOrder(on, AskedOn, today, "answeredOn") is { } dates)
            return dates;
        (AnsweredOn, AnswerNumber) = (on, documentNumber);
        return null;
    }
}

/// <param name="UnitId">The unit that was asked.</param>
/// <param name="DueOn">The day that the letter sets.</param>
/// <param name="InTime">Whether it answered by that day; none while it has not, or none is set.</param>
public sealed record CoHandlerView(
    Guid Id,
    Guid PetitionId,
    Guid UnitId,
    DateOnly AskedOn,
    string LetterNumber,
    DateOnly? DueOn,
    DateOnly? AnsweredOn,
    string? AnswerNumber,
    bool? InTime
)
{
    internal static CoHandlerView Of(CoHandler c) =>
        new(c.Id, c.PetitionId, c.UnitId, c.AskedOn, c.LetterNumber, c.DueOn, c.AnsweredOn, c.AnswerNumber, c.InTime);
}
