using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Properties;

/// <summary>A registry to which things happen, as they happen to the real one: each act on the units as they are, its events with the versions after it.</summary>
sealed class History
{
    static readonly DateOnly Start = Day("2005-01-01");

    public List<Unit> Units { get; private set; } = [Root()];

    /// <summary>Every event in the order in which it was announced.</summary>
    public List<(int Version, UnitRecorded Unit)> Events { get; } = [];

    public int Refused { get; private set; }
    public int CarriedOut { get; private set; }

    /// <summary>What a refusal must not have changed.</summary>
    public event Action<string, string>? OnRefusal;

    public static History Of(IEnumerable<Step> steps, Action<string, string>? onRefusal = null)
    {
        var history = new History();
        history.OnRefusal += onRefusal;
        history.Announce(new(history.Units[0], UnitChange.Create, history.Units[0].Begins, Basis));
        var place = 0;
        foreach (var step in steps)
            history.Happen(step, Start.AddDays(60 * ++place + 45 * step.Day));
        return history;
    }

    public string Picture() => Picture(Units);

    void Happen(Step step, DateOnly on)
    {
        var registry = new UnitRegistry(Units);
        var before = OnRefusal is null ? "" : Picture();
        if (registry.Try(r => Apply(r, step, on)) is not null)
        {
            Refused++;
            OnRefusal?.Invoke(before, Picture(registry.Units));
            return;
        }
        CarriedOut++;
        Units = [.. registry.Units];
        foreach (var change in registry.Changes)
            Announce(change);
    }

    void Announce(ChangedUnit change)
    {
        change.Unit.Version++;
        Events.Add((change.Unit.Version, change.Unit.Recorded(change.Change, change.On, change.LegalBasis)));
    }

    Rejection? Apply(UnitRegistry registry, Step step, DateOnly on)
    {
        var (one, other, third) = (Pick(step.First), Pick(step.Second), Pick(step.Third));
        return step.Act switch
        {
            < 35 => CreateUnit.Apply(registry, Begin(step, other, on, step.Third % 5 == 0 ? on.AddDays(step.Third % 900) : null), out _),
            < 40 => RenameUnit.Apply(registry, one, new(on, $"Tên {step.Code}", $"Đơn vị Tên {step.Code}", Basis)),
            < 48 => ChangeStatus.Apply(registry, one, new(on, KindOf(step.Third), "Đơn vị Khác", null, Basis)),
            < 56 => RecodeUnit.Apply(registry, one, new(on, SchemeOf(step), CodeOf(step, registry.Find(one)!.Last.Level), Basis)),
            < 70 => MoveUnit.Apply(registry, one, new(on, other, Basis)),
            < 76 => AbolishUnit.Apply(registry, one, new(on, Basis)),
            < 86 => MergeUnits.Apply(registry, Merger(step, [one, third], other, on), out _),
            < 95 => SplitUnit.Apply(registry, one, Split(registry, step, one, on), out _),
            _ => DecideSuccessor.Apply(registry, one, new(other, Basis)),
        };
    }

    Guid Pick(int number) => Units[number % Units.Count].Id;

    static CreateUnit.Request Begin(Step step, Guid parent, DateOnly on, DateOnly? to)
    {
        var kind = KindOf(step.First);
        var code = step.Code < 6 ? CodeOf(step, kind.OwnLevel() ?? UnitLevel.Province) : null;
        return new(null, "Thử", "Đơn vị Thử", kind, parent, code is null ? null : SchemeOf(step), code, on, to, Basis);
    }

    MergeUnits.Request Merger(Step step, Guid[] predecessors, Guid parent, DateOnly on)
    {
        var kind = Units.First(unit => unit.Id == predecessors[0]).Last.Kind;
        // Half of the mergers take over the code of a predecessor.
        var taken = step.Code % 2 == 0 ? Units.First(unit => unit.Id == predecessors[^1]).Last.UnitCode : null;
        return new(
            null,
            predecessors,
            on,
            "Mới",
            "Đơn vị Mới",
            kind,
            step.Third % 3 == 0 ? RootUnit.Id : parent,
            taken?.Scheme,
            taken?.Value,
            Basis
        );
    }

    static SplitUnit.Request Split(UnitRegistry registry, Step step, Guid unit, DateOnly on)
    {
        var last = registry.Find(unit)!.Last;
        var below = registry.BelongingTo(unit, on).Select(one => one.Id).ToArray();
        var livesOn = step.Third % 2 == 0;
        Guid[][] given = livesOn
            ?
            [
                [.. below.Take(below.Length / 2)],
            ]
            :
            [
                [.. below.Where((_, i) => i % 2 == 0)],
                [.. below.Where((_, i) => i % 2 == 1)],
            ];
        // The first part keeps the code.
        return new(
            on,
            livesOn,
            [
                .. given.Select(
                    (units, i) =>
                        new SplitUnit.Part(
                            null,
                            $"Phần {i}",
                            $"Đơn vị Phần {i}",
                            last.Kind,
                            null,
                            i == 0 && !livesOn ? last.CodeScheme : null,
                            i == 0 && !livesOn ? last.Code : null,
                            null,
                            step.Code % 2 == 0 ? 1m / (livesOn ? 4 : 2) : null,
                            units
                        )
                ),
            ],
            Basis
        );
    }

    static UnitKind KindOf(int number) =>
        (number % 9) switch
        {
            0 => UnitKind.Province,
            1 => UnitKind.Municipality,
            2 => UnitKind.RuralDistrict,
            3 => UnitKind.Commune,
            4 => UnitKind.Ward,
            5 => UnitKind.PartyCommittee,
            6 => UnitKind.MassMobilizationBoard,
            7 => UnitKind.Department,
            _ => UnitKind.Enterprise,
        };

    static CodeScheme SchemeOf(Step step) => (CodeScheme)(step.Second % 3);

    static string CodeOf(Step step, UnitLevel level) =>
        SchemeOf(step) switch
        {
            CodeScheme.Administrative => new string((char)('0' + step.Code), UnitCode.AdministrativeLength(level)),
            CodeScheme.Qd20 => step.First % 9 == 8 ? $"010000000{step.Code}" : $"H0{step.Code}",
            _ => $"00{step.Code}.H01",
        };

    static string Picture(IEnumerable<Unit> units) =>
        string.Join(
            '\n',
            units
                .OrderBy(unit => unit.Id)
                .Select(unit =>
                    System.Text.Json.JsonSerializer.Serialize((object)unit.Recorded(UnitChange.Create, default, ""))
                    + unit.Version
                    + unit.Ending
                )
        );
}
