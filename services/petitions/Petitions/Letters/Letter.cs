using DanVan.Documents;

namespace DanVan.Petitions.Letters;

/// <summary>An issued letter. It never changes, and it does not hold who petitions: that is filled in for whoever may read it.</summary>
public sealed class Letter
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }

    /// <summary>1 for the first letter of the petition.</summary>
    public required int N { get; init; }

    /// <summary>The issuing unit, whose series of numbers it stands in.</summary>
    public required Guid UnitId { get; init; }
    public required string Series { get; init; }
    public required int Sequence { get; init; }

    /// <summary>Number and symbol: <c>84/TB-UBND</c>.</summary>
    public required string Number { get; init; }
    public required string Form { get; init; }
    public required LetterAddressee Addressee { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The document as it was issued, with places left for the petitioner's name and address.</summary>
    public required OfficialDocument Document { get; init; }
}
