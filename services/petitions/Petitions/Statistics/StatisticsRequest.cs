using System.ComponentModel;
using DanVan.Chassis.Http;

namespace DanVan.Petitions.Statistics;

/// <summary>What statistics are asked for: a unit, a window, and perhaps a part of the petitions.</summary>
/// <param name="UnitId">The caller's own unit when left out.</param>
/// <param name="Period">A named period, such as Q2, 6M or YEAR.</param>
/// <param name="Year">The year it is named after.</param>
/// <param name="From">The first day of a window of one's own, with its last.</param>
/// <param name="To">The last day.</param>
/// <param name="OwnUnitOnly">Without the units below.</param>
/// <param name="AsOf">The number of the journal up to which is counted: with that of an answer, the same answer again.</param>
/// <param name="Competent">What the unit found itself competent for, or not.</param>
/// <param name="Round">1 for what is lodged first.</param>
public sealed record StatisticsRequest(
    Guid? UnitId = null,
    [Text(10), Description("Q1, Q2, Q3, Q4, 6M, 9M or YEAR; with `year`.")] string? Period = null,
    [Whole(2000, 2100)] int? Year = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool? OwnUnitOnly = null,
    [Description("The number of the journal up to which is counted, as `asOf` of an answer; as far as it reaches when left out.")]
        long? AsOf = null,
    PetitionKind? Kind = null,
    PetitionField? Field = null,
    bool? Competent = null,
    [Whole(1, 100)] int? Round = null
)
{
    internal IQueryable<Spell> Filter(IQueryable<Spell> spells)
    {
        if (Kind is { } kind)
            spells = spells.Where(s => s.Kind == kind);
        if (Field is { } field)
            spells = spells.Where(s => s.Field == field);
        if (Competent is { } competent)
            spells = spells.Where(s => s.Competent == competent);
        if (Round is { } round)
            spells = spells.Where(s => s.Round == round);
        return spells;
    }

    internal IQueryable<T> Filter<T>(IQueryable<T> counted)
        where T : class, ICountedByKind
    {
        if (Kind is { } kind)
            counted = counted.Where(one => one.Kind == kind);
        if (Field is { } field)
            counted = counted.Where(one => one.Field == field);
        return counted;
    }
}
