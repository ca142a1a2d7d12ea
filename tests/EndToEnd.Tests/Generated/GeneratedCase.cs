namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>What the oracle knows of a petition: what it sent, and what the law makes of that. Nothing is read back from the service.</summary>
sealed class GeneratedCase
{
    public required Guid Id { get; init; }
    public required string Kind { get; set; }
    public required string Channel { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required Guid Unit { get; set; }

    /// <summary>INDIVIDUAL or ORGANISATION; none when nobody put a name to it.</summary>
    public required string? Petitioner { get; init; }
    public required int Signatories { get; set; }
    public Guid? PaperId { get; init; }

    /// <summary>1 for what is lodged first.</summary>
    public int Round { get; init; } = 1;

    /// <summary>A second complaint that was lodged after its time.</summary>
    public bool LodgedLate { get; init; }

    public string State { get; set; } = "RECEIVED";
    public int Version { get; set; } = 1;
    public Guid CaseId { get; set; }

    /// <summary>Since when its unit has it to deal with.</summary>
    public DateOnly EnteredOn { get; set; }
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>The day of the step before, for the state it is in: no step is earlier.</summary>
    public DateOnly Since { get; set; }

    /// <summary>Since when the limit of the resolution is counted.</summary>
    public DateOnly LimitSince { get; set; }

    /// <summary>By how many days a finding or a decision has made that limit longer.</summary>
    public int Longer { get; set; }

    /// <summary>On how many days its clock stood.</summary>
    public int Paused { get; set; }

    /// <summary>The last day to resolve it; none where the law sets no limit.</summary>
    public DateOnly? Due => Law.DaysToResolve(Kind, Round) is { } days ? Law.WorkedFrom(LimitSince.AddDays(days + Longer + Paused)) : null;
    public bool IsComplex { get; set; }
    public HashSet<string> Criteria { get; } = [];
    public int Extensions { get; set; }
    public bool WasWithdrawn { get; set; }
    public bool HasTalked { get; set; }
    public int? Representatives { get; set; }
    public bool IsActedOn { get; set; }
    public bool IsPublished { get; set; }

    /// <summary>The events that must stand in the journal, by the last part of their names.</summary>
    public List<string> Told { get; } = ["petition-received"];

    /// <summary>What happened on which day with which unit, for the oracle's own counts.</summary>
    public List<Happened> Log { get; } = [];

    /// <summary>What its decisions brought about. A day may be later than what is noted after it, so it stands beside the log.</summary>
    public List<Effect> Effects { get; } = [];
    public List<Protection> Protections { get; } = [];

    public bool IsOpen => State is "RECEIVED" or "ACCEPTED" or "SUSPENDED";

    public void Happens(string what, DateOnly on) => Log.Add(new(what, on, Unit, IsOpen, IsOpen && AcceptedOn is not null));

    public void Close(string state, DateOnly on)
    {
        (State, Since) = (state, on);
        Happens(state, on);
    }

    public override string ToString() =>
        $"{Kind} round {Round} {State} {Id} received {ReceivedOn:O}, since {Since:O}: {string.Join(", ", Log.Select(x => $"{x.What} {x.On:MM-dd}"))}";
}

/// <param name="LeavesOpen">Whether the unit had it to deal with after that.</param>
/// <param name="LeavesAccepted">And to resolve.</param>
sealed record Happened(string What, DateOnly On, Guid Unit, bool LeavesOpen, bool LeavesAccepted);

/// <param name="Figures">Money recovered and returned, land recovered and returned, people disciplined.</param>
sealed record Effect(DateOnly On, Guid Unit, int[] Figures);

sealed record Protection(DateOnly On, Guid Unit, string Measure);
