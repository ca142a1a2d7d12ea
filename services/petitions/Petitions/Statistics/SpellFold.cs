using DanVan.Chassis;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Eligibility;
using DanVan.Petitions.Receptions;

namespace DanVan.Petitions.Statistics;

/// <summary>What the events of a petition come to, as spells. Pure: the journal alone decides.</summary>
static class SpellFold
{
    public static readonly IReadOnlyList<Type> Events =
    [
        typeof(PetitionReceived),
        typeof(PetitionClassified),
        typeof(PetitionAccepted),
        typeof(PetitionNotAccepted),
        typeof(PetitionGuided),
        typeof(PetitionForwarded),
        typeof(PetitionReturned),
        typeof(PetitionResolved),
        typeof(PetitionWithdrawn),
        typeof(PetitionStopped),
        typeof(PetitionMerged),
        typeof(PetitionReopened),
        typeof(DenunciationHandedOver),
        typeof(PetitionMoved),
    ];

    /// <param name="known">The spells of the petition, in order.</param>
    /// <param name="unit">The unit of the event's envelope.</param>
    /// <returns>The spells that are new, or known otherwise, since the event.</returns>
    public static IEnumerable<Spell> After(IReadOnlyList<Spell> known, object @event, Guid unit)
    {
        if (@event is PetitionReceived received)
            return [First(received, unit)];
        if (known is not [.., var last])
            return [];
        return @event switch
        {
            PetitionClassified e => [.. Reclassified(known, e), Classified(last, e)],
            PetitionAccepted e => [last with { AcceptedOn = e.AcceptedOn }],
            PetitionNotAccepted e => [last.End(Ending.NotAccepted, e.DecidedOn, e.InTime)],
            PetitionGuided e => [last.End(Ending.Guided, e.GuidedOn, e.InTime)],
            PetitionForwarded e => [last.End(Ending.Forwarded, e.ForwardedOn, e.InTime)],
            PetitionReturned e => [last.End(Ending.Returned, e.ReturnedOn, e.InTime)],
            PetitionResolved e =>
            [
                last.End(Ending.Resolved, e.ResolvedOn, e.InTime) with
                {
                    Outcome = EnumNames.Parse<Outcome>(e.Outcome),
                },
            ],
            PetitionWithdrawn { Ended: true } e => [last.End(Ending.Withdrawn, e.WithdrawnOn, e.InTime)],
            // The decision that follows a withdrawal ends nothing any more.
            PetitionStopped e when last.Ending is null => [last.End(Ending.Stopped, e.StoppedOn, e.InTime)],
            // Told again when its case is joined to yet another.
            PetitionMerged e when last.Ending is null => AsDuplicates(known, e),
            PetitionReopened e => [last.Next(unit, Entry.Reopened, e.ReopenedOn, accepted: last.AcceptedOn is not null)],
            DenunciationHandedOver e => HandedOver(last, e.ToUnitId, e.HandedOverOn, accepted: false),
            PetitionMoved e => HandedOver(last, e.ToUnitId, Latest(e.MovedOn, last), accepted: last.AcceptedOn is not null),
            _ => [],
        };
    }

    static Spell First(PetitionReceived e, Guid unit) =>
        new()
        {
            PetitionId = e.PetitionId,
            Number = 1,
            UnitId = unit,
            Entry = Entry.Received,
            StartedOn = e.ReceivedOn,
            Kind = EnumNames.Parse<PetitionKind>(e.Kind),
            Field = EnumNames.Parse<PetitionField>(e.Field),
            Round = e.Round,
            IsPart = e.PaperId is not null,
            IsGroup = e.Signatories >= Visit.Group,
        };

    // What it is by content it has been from its receipt on.
    static IEnumerable<Spell> Reclassified(IReadOnlyList<Spell> known, PetitionClassified e) =>
        EnumNames.Parse<PetitionKind>(e.Kind) is var kind
            ? known.SkipLast(1).Where(spell => spell.Kind != kind).Select(spell => spell with { Kind = kind })
            : [];

    static Spell Classified(Spell last, PetitionClassified e)
    {
        var found = last with
        {
            Kind = EnumNames.Parse<PetitionKind>(e.Kind),
            Competent = e.Competent,
            Verdict = EnumNames.Parse<Verdict>(e.Outcome),
        };
        return found.Verdict switch
        {
            Verdict.NotEligible => found.End(Ending.Filed, e.ClassifiedOn, inTime: true),
            Verdict.InspectionInformation => found.End(Ending.Information, e.ClassifiedOn, inTime: true),
            _ => found,
        };
    }

    static IEnumerable<Spell> AsDuplicates(IReadOnlyList<Spell> known, PetitionMerged e) =>
        known
            .Select(spell => spell.Ending is null ? spell.End(Ending.Duplicate, e.MergedOn, e.InTime) : spell)
            .Select(spell => spell with { IsDuplicate = true });

    static IEnumerable<Spell> HandedOver(Spell last, Guid toUnit, DateOnly on, bool accepted) =>
        [last.End(Ending.HandedOver, on, last.InTime), last.Next(toUnit, Entry.TakenOver, on, accepted)];

    static Spell End(this Spell spell, Ending ending, DateOnly on, bool inTime) =>
        spell with
        {
            Ending = ending,
            EndedOn = on,
            InTime = inTime,
        };

    static Spell Next(this Spell last, Guid unit, Entry entry, DateOnly on, bool accepted) =>
        last with
        {
            Number = last.Number + 1,
            UnitId = unit,
            Entry = entry,
            StartedOn = on,
            CameAccepted = accepted,
            AcceptedOn = accepted ? on : null,
            EndedOn = Spell.Open,
            Ending = null,
            Outcome = null,
            InTime = true,
        };

    // A reorganisation is followed a moment after its day: what the unit still did meanwhile, it did.
    static DateOnly Latest(DateOnly movedOn, Spell last)
    {
        var known = last.AcceptedOn > last.StartedOn ? last.AcceptedOn.Value : last.StartedOn;
        return movedOn > known ? movedOn : known;
    }
}
