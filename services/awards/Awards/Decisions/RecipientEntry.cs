using DanVan.Awards.Clearances;
using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <summary>One name as it is entered.</summary>
/// <param name="UnitId">The collective itself, or the unit that the individual or household belongs to; null when not stated.</param>
/// <param name="PersonId">The individual in the directory's register: it can be asked whether something stands against rewarding a person, not a name.</param>
/// <param name="OtherAchievement">Why an award of the same movement to the same name is another achievement or somebody else.</param>
public sealed record RecipientEntry(
    RecipientKind Kind,
    [Text(300)] string Name,
    Guid? UnitId,
    [Text(300)] string? Position,
    [Text(500)] string? OtherAchievement,
    Guid? Id,
    Guid? PersonId = null
)
{
    /// <summary>Recognises what this entry made before, so that entering a list with stable ids twice enters it once.</summary>
    public Func<Recipient, bool> Made(Guid decisionId) =>
        recipient =>
            recipient.Id == Id
            && recipient.AwardDecisionId == decisionId
            && (recipient.Kind, recipient.Name, recipient.UnitId, recipient.Position, recipient.OtherAchievement, recipient.PersonId)
                == (Kind, Name, UnitId, Position, OtherAchievement, PersonId);

    public Recipient ToRecipient(AwardDecision decision, TimeProvider clock) =>
        new()
        {
            Id = Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            AwardDecisionId = decision.Id,
            ScopeId = decision.MovementId ?? decision.Id,
            Kind = Kind,
            Name = Name,
            NameKey = Decisions.NameKey.Of(Name),
            UnitId = UnitId,
            Position = Position,
            OtherAchievement = OtherAchievement,
            PersonId = PersonId,
        };
}

static class RecipientEntries
{
    /// <summary>Puts the names on the list of the decision, or says what stands against it.</summary>
    public static async Task<Rejection?> Enter(
        this AwardDecision decision,
        IReadOnlyList<RecipientEntry> entries,
        AwardsDb db,
        AwardLaw law,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var form = law.Form(decision.Form)!;
        for (var i = 0; i < entries.Count; i++)
        {
            if (!form.For.Contains(entries[i].Kind))
                return form.IsNotFor($"recipients[{i}].kind");
            if (entries[i].UnitId is { } unit && tree.Find(unit, decision.CountsOn) is null)
                return Refused.UnknownUnitAt($"recipients[{i}].unitId", decision.CountsOn);
            if (entries[i].PersonId is not { } person)
                continue;
            if (entries[i].Kind != RecipientKind.Individual)
                return RefusedClearance.OnlyIndividuals($"recipients[{i}].personId");
            if (!await db.People.AnyAsync(known => known.Id == person, ct))
                return RefusedClearance.UnknownPerson($"recipients[{i}].personId");
        }
        var entering = entries.Select(entry => entry.ToRecipient(decision, clock)).ToList();
        var keys = entering.Select(recipient => recipient.NameKey).ToList();
        var scope = decision.MovementId ?? decision.Id;
        var standing = await db
            .Recipients.AsNoTracking()
            .Where(recipient => recipient.ScopeId == scope && recipient.RevocationId == null && keys.Contains(recipient.NameKey))
            .ToListAsync(ct);
        if (OneAchievement.Refuses(entering, standing, "recipients") is { } rewarded)
            return rewarded;
        if (decision.Enter(RecipientCounts.From(entering)) is { } refused)
            return refused;
        if (await decision.UseClearances(entering, db, law, i => $"recipients[{i}]", ct) is { } notCleared)
            return notCleared;
        db.AddRange(entering);
        return null;
    }
}
