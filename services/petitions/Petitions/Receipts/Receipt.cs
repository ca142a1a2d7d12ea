namespace DanVan.Petitions.Receipts;

/// <summary>What a petition's code and PIN are recognised by: keyed hashes, nothing that could be shown again.</summary>
public sealed class Receipt
{
    public required Guid PetitionId { get; init; }

    /// <summary>Names the key of the hashes.</summary>
    public required string KeyId { get; init; }
    public required byte[] CodeHash { get; init; }
    public required byte[] PinHash { get; init; }
}

/// <param name="Code">The tracking code (mã hồ sơ), the last letter of which is a check.</param>
/// <param name="Pin">The secret beside it: six digits.</param>
public sealed record ReceiptView(string Code, string Pin)
{
    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(ReceiptView);
}
