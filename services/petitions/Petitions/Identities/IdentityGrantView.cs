namespace DanVan.Petitions.Identities;

public sealed record IdentityGrantView(
    Guid Id,
    string Reader,
    ReadingPurpose Purpose,
    string GrantedBy,
    DateTimeOffset Until,
    DateTimeOffset? RevokedAt
)
{
    internal static IdentityGrantView Of(IdentityGrant grant) =>
        new(grant.Id, grant.Reader, grant.Purpose, grant.GrantedBy, grant.Until, grant.RevokedAt);
}
