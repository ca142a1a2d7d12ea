using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using DanVan.Conferences.Contracts.V1;
using DanVan.Petitions.Contracts.V1;

namespace DanVan.Reporting.Facts;

/// <summary>The days on which something happened: one, or the stretch in which its day lies.</summary>
readonly record struct Days(DateOnly First, DateOnly Last);

/// <summary>The events that become facts, and under which day each counts.</summary>
static class Consumed
{
    static readonly Dictionary<Type, Func<object, Days?>> DayOf = new[]
    {
        On<PetitionReceived>(e => e.ReceivedOn),
        On<PetitionAccepted>(e => e.AcceptedOn),
        On<PetitionNotAccepted>(e => e.DecidedOn),
        On<PetitionGuided>(e => e.GuidedOn),
        On<PetitionForwarded>(e => e.ForwardedOn),
        On<PetitionResolved>(e => e.ResolvedOn),
        On<PetitionClassified>(e => e.ClassifiedOn),
        On<PetitionMerged>(e => e.MergedOn),
        On<PetitionWithdrawn>(e => e.WithdrawnOn),
        On<PetitionStopped>(e => e.StoppedOn),
        On<PetitionReopened>(e => e.ReopenedOn),
        On<ReceptionHeld>(e => e.HeldOn),
        Within<ConferenceHeld>(e => Stretch(e.HeldOn, e.DatePrecision)),
        On<TaskAssigned>(e => e.AssignedOn),
        // Whether a task was done in a period is told by the report that was confirmed, not by when somebody confirmed it.
        On<TaskDone>(e => e.ReportedOn),
        On<OversightCarriedOut>(e => e.CarriedOutOn),
        On<AwardDecisionIssued>(e => e.CountsOn),
        On<AwardDecisionReferenceStated>(e => e.CountsOn),
        On<ModelRegistered>(e => e.RegisteredOn),
        On<ModelFoundEffective>(e => e.EvaluatedOn),
        On<ModelRecognised>(e => e.RecognisedOn),
    }.ToDictionary();

    /// <summary>Types on the wire that put an earlier event of their subject on another day, and the type of that event.</summary>
    static readonly Dictionary<string, string> Redating = new()
    {
        [EventType.Of(typeof(AwardDecisionReferenceStated)).Name] = EventType.Of(typeof(AwardDecisionIssued)).Name,
    };

    /// <summary>The contracts to take from the broker.</summary>
    public static Type[] Contracts => [.. DayOf.Keys];

    /// <summary>When it happened; null when the source states no day, so that it counts in no period.</summary>
    public static Days? When(object @event) => DayOf[@event.GetType()](@event);

    /// <summary>The type of the event that this type puts on another day.</summary>
    public static string? Redates(string type) => Redating.GetValueOrDefault(type);

    static KeyValuePair<Type, Func<object, Days?>> On<T>(Func<T, DateOnly?> day) =>
        Within<T>(e => day(e) is { } known ? new Days(known, known) : null);

    static KeyValuePair<Type, Func<object, Days?>> Within<T>(Func<T, Days?> days) => new(typeof(T), e => days((T)e));

    // A precision that this version does not know places the event nowhere: better uncounted and visible in its journal than counted on a wrong day.
    static Days? Stretch(DateOnly day, string precision) =>
        precision switch
        {
            "DAY" => new(day, day),
            "MONTH" => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))),
            "YEAR" => new(new(day.Year, 1, 1), new(day.Year, 12, 31)),
            _ => null,
        };
}
