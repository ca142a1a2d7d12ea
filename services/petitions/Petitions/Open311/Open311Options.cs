using System.ComponentModel.DataAnnotations;

namespace DanVan.Petitions.Open311;

/// <summary>What a site may set about feedback that comes in through Open311 (section <c>Open311</c>). None of it is laid down by law.</summary>
public sealed class Open311Options
{
    /// <summary>How to reach whoever runs it; shown in the discovery file.</summary>
    [StringLength(500)]
    public string Contact { get; set; } = "Liên hệ cơ quan tiếp nhận phản ánh của đơn vị";

    /// <summary>When services or their definitions were last changed; clients that have an older one read them again.</summary>
    [Required]
    public string Changeset { get; set; } = "2026-11-29 00:00";

    /// <summary>Requests that one client may enter within the window, by whatever keys.</summary>
    [Range(1, 1_000_000)]
    public int RequestsOfAClient { get; set; } = 1000;

    /// <summary>Requests from one address within the window: an application may send for many people from one.</summary>
    [Range(1, 1_000_000)]
    public int RequestsOfAnAddress { get; set; } = 300;

    /// <summary>The minutes in which requests are counted together.</summary>
    [Range(1, 1440)]
    public int WindowMinutes { get; set; } = 60;

    /// <summary>From this part of a quota on, in percent, requests are held for review.</summary>
    [Range(1, 100)]
    public int HoldFromPercent { get; set; } = 80;

    /// <summary>Hours within which the same text again is held for review.</summary>
    [Range(1, 720)]
    public int SameTextHours { get; set; } = 24;

    /// <summary>Days for which a key holds.</summary>
    [Range(1, 3650)]
    public int KeyDays { get; set; } = 365;

    internal TimeSpan Window => TimeSpan.FromMinutes(WindowMinutes);

    internal TimeSpan SameText => TimeSpan.FromHours(SameTextHours);
}
