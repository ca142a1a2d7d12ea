using System.ComponentModel.DataAnnotations;

namespace DanVan.Directory.Clients;

/// <summary>What clients may be given (section <c>Clients</c>).</summary>
internal sealed class ClientOptions : IValidatableObject
{
    /// <summary>The quota classes that the gateway knows (its section <c>Quotas:Classes</c>), the one for everybody left out: standard, bulk unless told.</summary>
    public List<string> QuotaClasses { get; set; } = [];

    /// <summary>The class that every administrator may give.</summary>
    [Required(ErrorMessage = "Clients:StandardQuota is empty: the quota class that every client is given.")]
    public string StandardQuota { get; set; } = "standard";

    internal IReadOnlyList<string> Known => QuotaClasses.Count > 0 ? QuotaClasses : ["standard", "bulk"];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Known.Contains(StandardQuota))
            yield return new($"Clients:StandardQuota is {StandardQuota}, which is not among Clients:QuotaClasses.");
    }
}
