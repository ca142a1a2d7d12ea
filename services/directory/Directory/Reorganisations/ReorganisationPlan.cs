using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Directory.Reorganisations;

/// <summary>Where a reorganisation stands.</summary>
public enum PlanState
{
    /// <summary>It can be changed and withdrawn.</summary>
    Draft,

    /// <summary>Fixed: it is carried out on its day, and can only be followed by another.</summary>
#pragma warning disable CA1720 // A document that bears a signature, no number.
    Signed,
#pragma warning restore CA1720

    /// <summary>The registry has changed; not every service has told yet that it has followed.</summary>
    CarriedOut,

    /// <summary>Every service has followed.</summary>
    Closed,

    /// <summary>Given up as a draft.</summary>
    Withdrawn,
}

/// <summary>A reorganisation of units (phương án sắp xếp), from its draft to the day on which every service has followed it.</summary>
/// <remarks>Every step answers with the rule that forbids it, or with null after it was taken. What units may do is for <see cref="Rehearsal"/> to say.</remarks>
public sealed class ReorganisationPlan : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The lowest unit whose subtree holds all units concerned.</summary>
    public Guid UnitId { get; private set; }
    Guid? ISubject.UnitId => UnitId;

    public string Name { get; private set; } = "";
    public DateOnly EffectiveOn { get; private set; }
    public IReadOnlyList<PlanItem> Items { get; private set; } = [];
    public PlanState State { get; private set; }
    public required string DraftedBy { get; init; }
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>Number of the last question about the impact; 0 while none was asked.</summary>
    public int Round { get; private set; }

    /// <summary>When that question was asked of the draft as it stands; null after a change.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public string? LegalBasis { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public string? SignedBy { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Services whose count was missing when it was signed.</summary>
    public string[] Unanswered { get; private set; } = [];

    /// <summary>What stood in its way on its day; empty while nothing does.</summary>
    public IReadOnlyList<Obstacle> HeldUpBy { get; private set; } = [];

    /// <summary>Revision of the registry in which that stood in its way.</summary>
    public int? HeldUpAt { get; private set; }
    public string? WithdrawnFor { get; private set; }
    public DateTimeOffset? CarriedOutAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Units that end.</summary>
    public IReadOnlyList<Guid> Ending => [.. Items.Where(item => item.Ends).SelectMany(item => item.Units)];

    /// <summary>Those of them whose open work would wait for a person to decide who goes on with it.</summary>
    public IReadOnlyList<Guid> Heirless => [.. Items.Where(item => item.LeavesNoHeir).SelectMany(item => item.Units)];

    /// <summary>Units that go on otherwise than before.</summary>
    public IReadOnlyList<Guid> Changing => [.. Items.Where(item => !item.Ends).SelectMany(item => item.Units).Distinct()];

    /// <summary>Units that begin.</summary>
    public IReadOnlyList<Guid> Beginning => [.. Items.SelectMany(item => item.Begins)];

    /// <summary>Writes the draft, for the first time or anew; what was asked about the draft before does not count for it.</summary>
    public Rejection? Draft(DraftTerms terms, Guid unit)
    {
        if (RefusesChange() is { } refused)
            return refused;
        (Name, EffectiveOn, Items, UnitId) = (terms.Name, terms.EffectiveOn, terms.Items, unit);
        AskedAt = null;
        return null;
    }

    public Rejection? AskForImpact(DateTimeOffset now)
    {
        if (RefusesChange() is { } refused)
            return refused;
        (Round, AskedAt) = (Round + 1, now);
        return null;
    }

    /// <summary>Signs it: whoever signs knows what it moves, or knows whose answer is missing.</summary>
    /// <param name="document">The document, as cited, and its date.</param>
    /// <param name="by">Who enters that it was signed.</param>
    /// <param name="unanswered">The services that have not answered the last question.</param>
    /// <param name="limit">How long they may take.</param>
    /// <param name="clock">What day and time it is.</param>
    public Rejection? Sign((string LegalBasis, DateOnly On) document, string by, string[] unanswered, TimeSpan limit, TimeProvider clock)
    {
        if (RefusesChange() is { } refused)
            return refused;
        if (document.On > clock.Today())
            return ReorganisationRejections.SignedInTheFuture;
        if (AskedAt is not { } asked)
            return ReorganisationRejections.NotAsked;
        if (unanswered.Length > 0 && clock.GetUtcNow() < asked + limit)
            return ReorganisationRejections.StillAnswering(unanswered);
        (State, LegalBasis, SignedOn, SignedBy, SignedAt) = (PlanState.Signed, document.LegalBasis, document.On, by, clock.GetUtcNow());
        Unanswered = unanswered;
        return null;
    }

    public Rejection? Withdraw(string reason)
    {
        if (RefusesChange() is { } refused)
            return refused;
        (State, WithdrawnFor) = (PlanState.Withdrawn, reason);
        return null;
    }

    /// <summary>Its day has come and it cannot be carried out. True when that is news.</summary>
    internal bool HoldUp(IReadOnlyList<Obstacle> obstacles, int revision)
    {
        var news = !obstacles.SequenceEqual(HeldUpBy);
        (HeldUpBy, HeldUpAt) = (news ? obstacles : HeldUpBy, revision);
        return news;
    }

    internal void CarriedOut(DateTimeOffset now) =>
        (State, CarriedOutAt, HeldUpBy, HeldUpAt) = (PlanState.CarriedOut, now, HeldUpBy.Count > 0 ? [] : HeldUpBy, null);

    internal void Close(DateTimeOffset now) => (State, ClosedAt) = (PlanState.Closed, now);

    private Rejection? RefusesChange() => State is PlanState.Draft ? null : ReorganisationRejections.NoDraft(State);
}

/// <summary>What a draft says.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="EffectiveOn">The day on which it is to take effect.</param>
/// <param name="Items">What happens on that day.</param>
public sealed record DraftTerms(string Name, DateOnly EffectiveOn, IReadOnlyList<PlanItem> Items);

/// <summary>A rule that stands in the way of an item, in both languages since it is kept.</summary>
/// <param name="Item">Place of the item in the draft, from 0.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Vi">What it says, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record Obstacle(int Item, string Rule, string Vi, string En);
