using DanVan.Chassis;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Receptions;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Statistics;

/// <summary>Adds what a stretch of the journal tells to the tables that are counted.</summary>
sealed class CountedThings(PetitionsDb db)
{
    /// <summary>The events that are counted and are no steps of a petition.</summary>
    public static readonly IReadOnlyList<Type> Events =
    [
        typeof(ReceptionHeld),
        typeof(VisitHeard),
        typeof(FollowUpReminded),
        typeof(EffectsRecorded),
        typeof(ProtectionOrdered),
    ];

    SpellBook book = new([]);
    Dictionary<Guid, CountedSession> sessions = [];

    /// <param name="stretch">In the order of the journal.</param>
    public async Task Take(IReadOnlyList<Announced> stretch, CancellationToken ct)
    {
        var petitions = stretch.Select(one => PetitionOf(one.Event)).OfType<Guid>().Distinct().ToList();
        book = new(await db.Set<Spell>().Where(s => petitions.Contains(s.PetitionId) && s.UntilSequence == null).ToListAsync(ct));
        var receptions = stretch.Select(one => one.Event).OfType<VisitHeard>().Select(visit => visit.ReceptionId).Distinct().ToList();
        sessions = await db.Set<CountedSession>().Where(s => receptions.Contains(s.ReceptionId)).ToDictionaryAsync(s => s.ReceptionId, ct);
        foreach (var one in stretch)
            Take(one);
    }

    void Take(Announced one)
    {
        switch (one.Event)
        {
            case ReceptionHeld held:
                Add(held, one);
                break;
            case VisitHeard heard:
                Add(heard, one);
                break;
            case FollowUpReminded reminded:
                Add(reminded, one);
                break;
            case EffectsRecorded recorded:
                Add(recorded, one);
                break;
            case ProtectionOrdered ordered:
                Add(ordered, one);
                break;
            default:
                db.AddRange(book.Take(PetitionOf(one.Event)!.Value, one));
                break;
        }
    }

    void Add(ReceptionHeld held, Announced one)
    {
        sessions[held.ReceptionId] = new()
        {
            ReceptionId = held.ReceptionId,
            Sequence = one.Sequence,
            UnitId = one.Unit,
            HeldOn = held.HeldOn,
            Session = EnumNames.Parse<ReceptionKind>(held.Session),
            ReceivedBy = EnumNames.Parse<ReceivedBy>(held.ReceivedBy),
            IsOnline = held.IsOnline,
        };
        db.Add(sessions[held.ReceptionId]);
    }

    void Add(VisitHeard heard, Announced one)
    {
        // Nobody is heard in a session that was not held.
        var session = sessions[heard.ReceptionId];
        db.Add(
            new CountedVisit
            {
                VisitId = heard.VisitId,
                Sequence = one.Sequence,
                UnitId = one.Unit,
                HeldOn = heard.HeldOn,
                Session = session.Session,
                ReceivedBy = session.ReceivedBy,
                IsOnline = session.IsOnline,
                Kind = EnumNames.Parse<PetitionKind>(heard.Kind),
                Field = EnumNames.Parse<PetitionField>(heard.Field),
                People = heard.People,
                IsGroup = heard.IsGroup,
                IsNewCase = heard.IsNewCase,
                Outcome = EnumNames.Parse<VisitOutcome>(heard.Outcome),
            }
        );
    }

    void Add(FollowUpReminded reminded, Announced one) =>
        db.Add(
            new CountedReminder
            {
                Sequence = one.Sequence,
                PetitionId = reminded.PetitionId,
                UnitId = one.Unit,
                SentOn = reminded.SentOn,
                Kind = EnumNames.Parse<PetitionKind>(reminded.Kind),
                Field = EnumNames.Parse<PetitionField>(reminded.Field),
            }
        );

    void Add(EffectsRecorded recorded, Announced one) =>
        db.Add(
            new CountedEffect
            {
                Sequence = one.Sequence,
                PetitionId = recorded.PetitionId,
                UnitId = one.Unit,
                EffectiveOn = recorded.EffectiveOn,
                Kind = EnumNames.Parse<PetitionKind>(recorded.Kind),
                Field = EnumNames.Parse<PetitionField>(recorded.Field),
                MoneyRecovered = recorded.MoneyRecovered,
                MoneyReturned = recorded.MoneyReturned,
                LandRecovered = recorded.LandRecovered,
                LandReturned = recorded.LandReturned,
                PeopleSanctioned = recorded.PeopleSanctioned,
            }
        );

    void Add(ProtectionOrdered ordered, Announced one) =>
        db.AddRange(
            ordered.Measures.Select(measure => new CountedProtection
            {
                Sequence = one.Sequence,
                Measure = EnumNames.Parse<ProtectionMeasure>(measure),
                PetitionId = ordered.PetitionId,
                UnitId = one.Unit,
                OrderedOn = ordered.OrderedOn,
                Kind = EnumNames.Parse<PetitionKind>(ordered.Kind),
                Field = EnumNames.Parse<PetitionField>(ordered.Field),
            })
        );

    static Guid? PetitionOf(object @event) =>
        @event switch
        {
            PetitionReceived e => e.PetitionId,
            PetitionClassified e => e.PetitionId,
            PetitionAccepted e => e.PetitionId,
            PetitionNotAccepted e => e.PetitionId,
            PetitionGuided e => e.PetitionId,
            PetitionForwarded e => e.PetitionId,
            PetitionReturned e => e.PetitionId,
            PetitionResolved e => e.PetitionId,
            PetitionWithdrawn e => e.PetitionId,
            PetitionStopped e => e.PetitionId,
            PetitionMerged e => e.PetitionId,
            PetitionReopened e => e.PetitionId,
            DenunciationHandedOver e => e.PetitionId,
            PetitionMoved e => e.PetitionId,
            _ => null,
        };
}
