namespace DanVan.Petitions.Identities;

/// <summary>The identity behind a petition: every value encrypted under a data key of its own, which is stored wrapped. Destroying that key erases the person.</summary>
public sealed class SealedIdentity
{
    public required Guid Id { get; init; }
    public required Guid PetitionId { get; init; }

    /// <summary>Names the key that wraps the data key.</summary>
    public required string KeyId { get; set; }
    public required byte[] WrappedKey { get; set; }
    public required PetitionerType Type { get; init; }
    public required byte[] FullName { get; set; }
    public required byte[] Address { get; set; }
    public byte[]? Phone { get; set; }
    public byte[]? IdentityNumber { get; set; }
    public byte[]? Email { get; set; }
    public byte[]? Details { get; set; }

    /// <summary>Since when there is nothing to open any more.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public void Erase(DateOnly on)
    {
        (KeyId, WrappedKey, FullName, Address) = ("", [], [], []);
        (Phone, IdentityNumber, Email, Details) = (null, null, null, null);
        ErasedOn = on;
    }
}
