namespace DanVan.Petitions.Identities;

/// <summary>The identity behind a petition: every value encrypted under a data key of its own, which is stored wrapped. Destroying that key erases the person.</summary>
public sealed class SealedIdentity
{
    public required Guid Id { get; init; }
    public required Guid PetitionId { get; init; }

    /// <summary>Names the key that wraps the data key.</summary>
    public required string KeyId { get; init; }
    public required byte[] WrappedKey { get; init; }
    public required PetitionerType Type { get; init; }
    public required byte[] FullName { get; init; }
    public required byte[] Address { get; init; }
    public byte[]? Phone { get; init; }
    public byte[]? IdentityNumber { get; init; }
}
