namespace DanVan.Petitions.Respondents;

/// <summary>A row that is about somebody and does not say who: what it holds stands in a box that opens in this row only.</summary>
public abstract class SealedRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the key that closed the box.</summary>
    public string KeyId { get; set; } = "";
    public byte[] Box { get; set; } = [];
}
