using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Calendar;

/// <summary>The working calendar of the state's agencies (Bộ luật Lao động 2019, Điều 111–112, and the yearly notices).</summary>
public sealed class NationalCalendar : ISubject
{
    /// <summary>There is one; its identity is well known.</summary>
    public static readonly Guid TheId = new("00000000-0000-7000-8000-00000000ca1e");

    public required Guid Id { get; init; }
    public int Version { get; set; }
    public List<NationalDay> Days { get; } = [];

    Guid? ISubject.UnitId => null;

    /// <summary>Sets days and answers the event; null when all of them already stand so.</summary>
    public CalendarChanged? Set(IEnumerable<DayDefinition> definitions)
    {
        var next = Version + 1;
        var changed = new List<NationalDay>();
        foreach (var definition in definitions)
        {
            var day = Days.Find(known => known.Date == definition.Date);
            if (day is null)
                Days.Add(day = new() { Date = definition.Date });
            if (day.Take(definition, next))
                changed.Add(day);
        }
        return changed.Count == 0 ? null : new(Id, next, [.. changed.Select(day => day.ToContract())]);
    }

    public WorkingCalendar ToWorkingCalendar() => new(Days.Select(day => day.ToClient()));
}

/// <summary>What a day is set to.</summary>
public sealed record DayDefinition(DateOnly Date, DayType Type, string Name, string? Decision, bool Enabled);

/// <summary>A day that differs from the plain week.</summary>
public sealed class NationalDay
{
    public required DateOnly Date { get; init; }
    public DayType Type { get; private set; }
    public string Name { get; private set; } = "";
    public string? Decision { get; private set; }

    /// <summary>Version of the calendar in which it was last changed; 0 before.</summary>
    public int Version { get; private set; }
    public bool Enabled { get; private set; }

    internal bool Take(DayDefinition wanted, int version)
    {
        if (Version > 0 && (Type, Name, Decision, Enabled) == (wanted.Type, wanted.Name, wanted.Decision, wanted.Enabled))
            return false;
        (Type, Name, Decision, Enabled, Version) = (wanted.Type, wanted.Name, wanted.Decision, wanted.Enabled, version);
        return true;
    }

    internal ChangedDay ToContract() => new(Date, EnumNames.Of(Type), Name, Decision, Version, Enabled);

    internal CalendarDay ToClient() => new(Date, Type, Name, Decision, Version, Enabled);
}
