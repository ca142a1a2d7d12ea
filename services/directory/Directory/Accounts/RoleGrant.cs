namespace DanVan.Directory.Accounts;

/// <summary>A role that an account has for a time.</summary>
public sealed class RoleGrant
{
    public required Guid Id { get; init; }
    public required Guid RoleId { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null while open.</summary>
    public DateOnly? ValidTo { get; internal set; }

    public bool HoldsOn(DateOnly date) => ValidFrom <= date && !(ValidTo <= date);

    /// <summary>Whether it holds on a day or may on a later one.</summary>
    public bool HoldsFrom(DateOnly date) => !(ValidTo <= date);
}
