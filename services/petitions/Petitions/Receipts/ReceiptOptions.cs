using System.ComponentModel.DataAnnotations;
using DanVan.Chassis.Http;

namespace DanVan.Petitions.Receipts;

/// <summary>What a site may set about receipts (section <c>Receipts</c>). None of it is laid down by law.</summary>
public sealed class ReceiptOptions : IValidatableObject
{
    /// <summary>Wrong answers under one code before it waits.</summary>
    [Range(1, 1000)]
    public int FailuresOfACode { get; set; } = 10;

    /// <summary>Wrong answers from one address before it waits: many households may share one.</summary>
    [Range(1, 100_000)]
    public int FailuresOfAnAddress { get; set; } = 60;

    /// <summary>The minutes in which failures are counted together, from the first one on. Ten of a million PINs an hour: half of them take six years.</summary>
    [Range(1, 1440)]
    public int FailureMinutes { get; set; } = 60;

    /// <summary>Days after closing in which the petitioner may say, or say anew, how satisfied they are.</summary>
    [Range(1, 3650)]
    public int RatingDays { get; set; } = 30;

    /// <summary>Units with fewer ratings than this are shown without figures: few answers could be told to their people.</summary>
    [Range(1, 1000)]
    public int FewestRatings { get; set; } = 5;

    /// <summary>Networks (10.0.0.0/8) in which the gateways stand, whose word on a caller's address is taken; this machine and the private networks unless told.</summary>
    public IList<string> Gateways { get; } = [];

    internal IEnumerable<string> KnownGateways => Gateways.Count > 0 ? Gateways : CallerAddress.PrivateNetworks;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Gateways
            .Where(network => !System.Net.IPNetwork.TryParse(network, out _))
            .Select(network => new ValidationResult($"Receipts:Gateways: {network} is no network such as 10.0.0.0/8."));
}
