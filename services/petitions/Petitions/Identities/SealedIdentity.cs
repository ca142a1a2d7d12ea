namespace DanVan.Petitions.Identities;

/// <summary>A person behind a petition: every value encrypted under a data key of its own, which is stored wrapped. Destroying that key erases the person.</summary>
public abstract class SealedPerson
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }

    /// <summary>Names the key that wraps the data key.</summary>
    public string KeyId { get; set; } = "";
    public byte[] WrappedKey { get; set; } = [];
    public PetitionerType Type { get; set; }
    public byte[] FullName { get; set; } = [];
    public byte[] Address { get; set; } = [];
    public byte[]? Phone { get; set; }
    public byte[]? IdentityNumber { get; set; }
    public byte[]? Email { get; set; }
    public byte[]? Details { get; set; }

    /// <summary>Since when there is nothing to open any more.</summary>
    public DateOnly? ErasedOn { get; private set; }

    /// <summary>Where its ciphertext is at home: it opens nowhere else.</summary>
    internal abstract string Table { get; }

    public void Erase(DateOnly on)
    {
        (KeyId, WrappedKey, FullName, Address) = ("", [], [], []);
        (Phone, IdentityNumber, Email, Details) = (null, null, null, null);
        ErasedOn = on;
    }
}

/// <summary>The petitioner.</summary>
public sealed class SealedIdentity : SealedPerson
{
    internal override string Table => "sealed_identities";
}

/// <summary>One of several who signed a petition.</summary>
public sealed class SealedSignatory : SealedPerson
{
    /// <summary>Was appointed to speak for the others. Luật TCD Đ29.</summary>
    public bool Representative { get; set; }

    /// <summary>Took the petition back for themselves. NĐ 155/2026 Đ7a.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    internal override string Table => "sealed_signatories";
}
