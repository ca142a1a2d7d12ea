using DanVan.Conferences.Convening;
using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Reorganisations;

/// <summary>What units still have before them: all of it has to go elsewhere when they end.</summary>
static class OpenWork
{
    public static IQueryable<Conference> StillToCome(this IQueryable<Conference> conferences) =>
        conferences.Where(x =>
            x.State == ConferenceState.Planned
            || x.State == ConferenceState.Invited
            || x.State == ConferenceState.Confirmed
            || x.State == ConferenceState.Postponed
        );

    public static IQueryable<ConclusionTask> Open(this IQueryable<ConclusionTask> tasks) =>
        tasks.Where(x => x.State != TaskState.ConfirmedDone && x.State != TaskState.Cancelled);
}
