namespace DanVan.Reporting.Consolidation;

/// <summary>Which reports count in figures.</summary>
public enum Basis
{
    /// <summary>Those that were sent, approved or not.</summary>
    Sent,

    /// <summary>Those that were approved, as they were approved last.</summary>
    Approved,
}

/// <summary>On which tree of units figures are read.</summary>
public enum TreeReading
{
    /// <summary>As it stood on the last day of the period.</summary>
    AsWas,

    /// <summary>As it stands today: what ended units reported counts for those that came out of them.</summary>
    Restated,
}
