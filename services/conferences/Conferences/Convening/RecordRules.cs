using DanVan.Conferences.Conclusions;

namespace DanVan.Conferences.Convening;

/// <summary>What a record of a conference must keep to, beyond the shape of its members.</summary>
static class RecordRules
{
    public static Rejection? Check(RecordConference.Request entry, DateOnly today) =>
        CheckState(entry, today)
        ?? CheckSites(entry)
        ?? CheckParticipants(entry)
        ?? First(entry.Papers, "papers", (paper, field) => KnownSite(entry, paper.Site, $"{field}.site"))
        ?? CheckTasks(entry.Conclusions ?? [])
        ?? First(entry.OversightPlans, "oversightPlans", (plan, field) => plan.Check($"{field}."));

    /// <summary>The tasks of conclusions, wherever conclusions are entered.</summary>
    public static Rejection? CheckTasks(IReadOnlyList<ConclusionEntry> conclusions) =>
        First(conclusions, "conclusions", (item, field) => First(item.Tasks, $"{field}.tasks", (task, at) => task.Check(at)));

    static Rejection? CheckState(RecordConference.Request entry, DateOnly today)
    {
        if (entry.State is not (ConferenceState.Planned or ConferenceState.Closed))
            return new(
                "conferences.first-state",
                "Hội nghị mới được ghi là PLANNED (dự kiến) hoặc CLOSED (đã họp).",
                "A conference is entered as PLANNED or, when it has been held, as CLOSED.",
                400,
                "state"
            );
        if (entry.State is ConferenceState.Closed && (entry.Date is not { } date || date.On > today))
            return new(
                "conferences.not-yet",
                "Hội nghị đã họp phải có ngày họp, không ở tương lai.",
                "A conference that was held has a date, not in the future.",
                400,
                "date"
            );
        if (entry.State is ConferenceState.Planned && entry.Conclusions is { Count: > 0 })
            return new(
                "conferences.conclusions-too-early",
                "Hội nghị chưa họp thì chưa có kết luận.",
                "A conference that has not been held has no conclusions.",
                400,
                "conclusions"
            );
        return null;
    }

    static Rejection? CheckSites(RecordConference.Request entry)
    {
        var sites = entry.Sites ?? [];
        if (sites.Count > 0 && entry.Mode is ConferenceMode.InPerson)
            return new(
                "conferences.sites-in-person",
                "Hội nghị trực tiếp không có điểm cầu.",
                "A conference in person has no bridge sites.",
                400,
                "sites"
            );
        var seen = new HashSet<string>();
        return First(
            sites,
            "sites",
            (site, field) =>
                seen.Add(site.Key)
                    ? null
                    : new Rejection("conferences.site-twice", "Khóa điểm cầu bị trùng.", "The key names two sites.", 400, $"{field}.key")
        );
    }

    static Rejection? CheckParticipants(RecordConference.Request entry) =>
        First(entry.Participants, "participants", (one, field) => one.Check(field) ?? KnownSite(entry, one.Site, $"{field}.site"));

    static Rejection? KnownSite(RecordConference.Request entry, string? site, string field) =>
        site is null || (entry.Sites ?? []).Any(known => known.Key == site)
            ? null
            : new(
                "conferences.site-unknown",
                "Không có điểm cầu mang khóa này trong sites.",
                "No site of this key stands in sites.",
                400,
                field
            );

    static Rejection? First<T>(IReadOnlyList<T>? items, string field, Func<T, string, Rejection?> check) =>
        (items ?? []).Select((item, index) => check(item, $"{field}[{index}]")).FirstOrDefault(refused => refused is not null);
}
