namespace DanVan.Petitions.Deadlines;

/// <summary>D counts calendar days (ngày), W counts working days (ngày làm việc). The law mixes them on purpose.</summary>
public enum LimitUnit
{
    D,
    W,
}

/// <summary>A time limit of the law while it was in force. The table is <c>rules.json</c>; ids are stable, rows are never edited once a petition was counted by them.</summary>
/// <param name="Id">Stable id; several rows of one id follow one another in time.</param>
/// <param name="Limit">Days counted from the day after the start event.</param>
/// <param name="Start">The event that starts the clock; its own day is not counted.</param>
/// <param name="From">First day in force; none when the platform's sources do not date it.</param>
/// <param name="To">Last day in force; none while it is in force.</param>
/// <param name="Mark">V: the text of the provision was read.</param>
/// <param name="DatesMark">M: the first or last day in force is from memory and is to be checked against the gazette.</param>
/// <param name="Longer">The longer limit, where the law has one.</param>
/// <param name="LongerWhen">What has to be established for the longer limit: COMPLEX, REMOTE, SEVERAL_PLACES or SPECIALLY_COMPLEX.</param>
/// <param name="Before">The days are counted back from the event: a notice to be given at least so long before.</param>
/// <param name="Step">The most that one extension may add.</param>
/// <param name="Addressees">To whom something must be sent for the duty to be done; anybody when left out.</param>
public sealed record DeadlineRule(
    string Id,
    string Vi,
    string En,
    int Limit,
    LimitUnit Unit,
    string Start,
    string Article,
    string Mark,
    DateOnly? From = null,
    DateOnly? To = null,
    string? DatesMark = null,
    int? Longer = null,
    string? LongerWhen = null,
    bool Before = false,
    int? Step = null,
    string? Note = null,
    IReadOnlyList<Addressee>? Addressees = null
)
{
    public bool IsInForce(DateOnly on) => (From is null || From <= on) && (To is null || on <= To);
}
