namespace DanVan.Petitions.Contracts.V1;

/// <summary>The working calendar or the rules have changed, and open time limits of the petition fall due on other days now. What was met before stays as it was counted.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="CalendarVersion">The version of the calendar by which they were counted.</param>
/// <param name="Moved">The limits that fall due on another day.</param>
/// <param name="DueOn">The last day of the first open duty now.</param>
/// <param name="Because">CALENDAR or RULES: what has changed; none in events of before.</param>
public sealed record DeadlinesRecounted(
    Guid PetitionId,
    string Kind,
    string Field,
    int CalendarVersion,
    IReadOnlyList<MovedDeadline> Moved,
    DateOnly? DueOn,
    string? Because = null
);

/// <summary>A time limit that falls due on another day.</summary>
/// <param name="RuleId">The rule, such as KN.ACC.</param>
/// <param name="PreviousDueOn">The day until now.</param>
/// <param name="DueOn">The day from now on.</param>
public sealed record MovedDeadline(string RuleId, DateOnly PreviousDueOn, DateOnly DueOn);
