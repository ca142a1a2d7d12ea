namespace DanVan.Petitions.Identities;

/// <param name="Reader">The account or client that may read, and who issues its tokens.</param>
public sealed record IdentityGrantView(
    Guid Id,
    string Reader,
    string ReaderIssuer,
    ReadingPurpose Purpose,
    string GrantedBy,
    DateTimeOffset Until,
    DateTimeOffset? RevokedAt
)
{
    internal static IdentityGrantView Of(IdentityGrant grant) =>
        new(grant.Id, grant.Reader, grant.ReaderIssuer, grant.Purpose, grant.GrantedBy, grant.Until, grant.RevokedAt);
}
