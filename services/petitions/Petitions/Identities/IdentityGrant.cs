namespace DanVan.Petitions.Identities;

/// <summary>Leave to open the identity behind one petition, for one purpose and for a time.</summary>
public sealed class IdentityGrant
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }

    /// <summary>The account or client that may read.</summary>
    public required string Reader { get; init; }

    /// <summary>Who issues that reader's tokens: a subject is unique within its issuer only.</summary>
    public required string ReaderIssuer { get; init; }
    public required ReadingPurpose Purpose { get; init; }
    public required string GrantedBy { get; init; }
    public required DateTimeOffset Until { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

/// <summary>What an identity is opened for.</summary>
public enum ReadingPurpose
{
    /// <summary>Verification.</summary>
    XacMinh,

    /// <summary>Contact with the petitioner.</summary>
    LienHe,

    /// <summary>Notice of a decision.</summary>
    ThongBao,

    /// <summary>Protection of a denouncer.</summary>
    BaoVe,

    /// <summary>Inspection.</summary>
    KiemTra,
}
