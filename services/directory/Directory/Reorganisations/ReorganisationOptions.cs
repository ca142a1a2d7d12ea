using System.ComponentModel.DataAnnotations;

namespace DanVan.Directory.Reorganisations;

/// <summary>How reorganisations go (section <c>Reorganisations</c>).</summary>
internal sealed class ReorganisationOptions
{
    private static readonly string[] withOpenWork = ["petitions", "reporting", "conferences", "awards"];

    /// <summary>The services that are asked and waited for; those that are not deployed must be left out. All that have open work of units, unless told.</summary>
    [MinLength(1)]
    public string[]? Services { get; set; }

    /// <summary>How long a service may take to count; after that it is shown as unanswered, and the draft may be signed without it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan ImpactLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often it is looked whether the day of one has come.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(10);

    public IReadOnlyList<string> Participants => Services ?? withOpenWork;
}
