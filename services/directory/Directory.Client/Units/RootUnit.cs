namespace DanVan.Directory.Client;

/// <summary>The unit that all others belong to: "Trung ương", of kind CENTRAL.</summary>
public static class RootUnit
{
    /// <summary>Its well-known identity, the same in every installation.</summary>
    public static readonly Guid Id = new("00000000-0000-7000-8000-000000000001");
}
