namespace DanVan.Reporting.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>Being worked on; its computed cells follow the events.</summary>
    Draft,

    /// <summary>Sent up: its content stands still.</summary>
    Submitted,

    /// <summary>Given back with a reason; worked on again.</summary>
    Returned,

    /// <summary>Approved, for good.</summary>
    Approved,

    /// <summary>Opened again after its approval, as the next edition, and worked on; the approved one stays as it is.</summary>
    Correcting,
}
