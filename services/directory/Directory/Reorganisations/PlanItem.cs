using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>What a reorganisation may do to units.</summary>
public enum PlanItemKind
{
    /// <summary>Units go up in a new one; what belonged to them belongs to it.</summary>
    Merge,

    /// <summary>A unit is split into new ones, or parts are cut out of one that lives on.</summary>
    Split,
    Rename,

    /// <summary>A unit changes its kind at its level, and its name with it: a province becomes a city, a commune a ward.</summary>
    StatusChange,
    Recode,
    MoveParent,
    Abolish,
}

/// <summary>One change of a reorganisation. Which members a kind needs is told by kind; those that it does not use are left out.</summary>
/// <param name="Kind">What happens. All items of a draft happen on one day, in whatever order they stand.</param>
/// <param name="Units">The units that end (MERGE) or the one unit that it happens to.</param>
/// <param name="NewUnitId">MERGE: identity of the new unit; given here when left out, so that others may refer to it.</param>
/// <param name="Name">Name without its kind: MERGE, RENAME, STATUS_CHANGE.</param>
/// <param name="FullName">Name with its kind: MERGE, RENAME, STATUS_CHANGE.</param>
/// <param name="UnitKind">What the unit is from then on: MERGE, STATUS_CHANGE.</param>
/// <param name="ParentId">The unit it belongs to from then on, which may be a new one of the same draft: MERGE, MOVE_PARENT.</param>
/// <param name="CodeScheme">Where the code comes from; ADMINISTRATIVE unless told: MERGE, RECODE.</param>
/// <param name="Code">Its code: RECODE; MERGE where the new unit bears one.</param>
/// <param name="LivesOn">SPLIT: the unit goes on, smaller, with its open work; otherwise it ends and all that belongs to it goes to a part.</param>
/// <param name="Parts">SPLIT: the new units, as in the split of a unit; identities are given here when left out.</param>
/// <param name="HeirId">SPLIT: the part, by its id, that goes on with the open work of the unit that ends; without one a person decides for each.</param>
public sealed record PlanItem(
    PlanItemKind Kind,
    [Items(1, 100)] IReadOnlyList<Guid> Units,
    Guid? NewUnitId,
    [Text(200)] string? Name,
    [Text(300)] string? FullName,
    UnitKind? UnitKind,
    Guid? ParentId,
    CodeScheme? CodeScheme,
    [Text(40)] string? Code,
    bool? LivesOn = null,
    [Items(1, 100)] IReadOnlyList<SplitUnit.Part>? Parts = null,
    Guid? HeirId = null
) : IValidatableObject
{
    internal ItemRule Rule => ItemRule.Of(Kind);

    /// <summary>Whether its units end.</summary>
    internal bool Ends => Rule.Ends && LivesOn is not true;

    /// <summary>Whether the open work of its units would wait for a person: they end, and not in one unit, nor is one of several named.</summary>
    internal bool LeavesNoHeir => Ends && Kind is not PlanItemKind.Merge && HeirId is null;

    /// <summary>Identities of the units that begin.</summary>
    internal IEnumerable<Guid> Begins => (Parts?.Select(part => part.Id) ?? [NewUnitId]).OfType<Guid>();

    internal UnitCode? UnitCode => Code is null ? null : new(CodeScheme ?? Directory.Units.CodeScheme.Administrative, Code);

    /// <summary>The unit that each new unit, or the one that is moved, belongs to from then on; a part goes where the split unit is unless told.</summary>
    internal IEnumerable<Guid?> Parents(UnitRegistry registry) =>
        Parts?.Select(part => part.ParentId ?? registry.Find(Units[0])?.Last.ParentId) ?? [ParentId];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var kind = EnumNames.Of(Kind);
        foreach (var (member, given) in Members())
            if (!given && Rule.Needs.Contains(member))
                yield return Wrong(member, $"{kind} cần có trường này.", $"{kind} needs this member.");
            else if (given && !Rule.Needs.Contains(member) && !Rule.May.Contains(member))
                yield return Wrong(member, $"{kind} không dùng trường này.", $"{kind} does not use this member.");
        if (!Rule.TakesSeveral && Units.Count > 1)
            yield return Wrong(nameof(Units), $"{kind} chỉ áp dụng cho một đơn vị.", $"{kind} happens to one unit.");
        if (Units.Distinct().Count() < Units.Count)
            yield return Wrong(nameof(Units), "Một đơn vị được nêu hai lần.", "A unit is named twice.");
        if (HeirId is not null && LivesOn is true)
            yield return Wrong(nameof(HeirId), "Đơn vị còn tồn tại giữ việc của mình.", "A unit that lives on keeps its work.");
        else if (HeirId is { } heir && Parts is not null && !Begins.Contains(heir))
            yield return Wrong(nameof(HeirId), "Không có phần nào mang id này.", "No part has this id.");
    }

    private IEnumerable<(string Member, bool Given)> Members() =>
        [
            (nameof(NewUnitId), NewUnitId is not null),
            (nameof(Name), Name is not null),
            (nameof(FullName), FullName is not null),
            (nameof(UnitKind), UnitKind is not null),
            (nameof(ParentId), ParentId is not null),
            (nameof(CodeScheme), CodeScheme is not null),
            (nameof(Code), Code is not null),
            (nameof(LivesOn), LivesOn is not null),
            (nameof(Parts), Parts is not null),
            (nameof(HeirId), HeirId is not null),
        ];

    private static ValidationResult Wrong(string member, string vi, string en) =>
        new(Phrases.Of(vi, en), [JsonNamingPolicy.CamelCase.ConvertName(member)]);
}
