using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;

namespace DanVan.Petitions.CoHandling;

/// <summary>A unit that helps with a petition of another (phối hợp), and by when.</summary>
public sealed class CoHandler : IUnitScoped
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }

    /// <summary>The unit that owes the answer: the one that was asked, or who goes on with it since that one ended.</summary>
    public required Guid UnitId { get; set; }

    /// <summary>The unit that the letter went to.</summary>
    public required Guid AskedUnitId { get; init; }
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

    /// <summary>Takes it to the unit that goes on with it. The day that the letter sets is not touched.</summary>
    public MovedCoHandler MoveTo(Guid unit)
    {
        var from = UnitId;
        UnitId = unit;
        return new(Id, from, unit, DueOn);
    }

    public static CoHandlersMoved Moved(Petition of, IReadOnlyList<MovedCoHandler> moves, DateOnly on, Guid? reorganisation) =>
        new(of.Id, EnumNames.Of(of.Kind), EnumNames.Of(of.Field), moves, on, reorganisation);
}

/// <param name="UnitId">The unit that was asked, or who goes on with it since that one ended.</param>
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
