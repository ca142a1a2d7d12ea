namespace DanVan.Petitions;

/// <summary>A case (vụ việc): what one paper or several are about. Duplicates raise the number of papers (đơn), never that of cases.</summary>
public sealed class Case
{
    /// <summary>The id of the paper that opened it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The paper on which the steps of the case are taken.</summary>
    public required Guid LeadingId { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The case that a new paper opens.</summary>
    public static Case Of(Petition petition) =>
        new()
        {
            Id = petition.CaseId,
            LeadingId = petition.Id,
            OpenedOn = petition.ReceivedOn,
        };
}
