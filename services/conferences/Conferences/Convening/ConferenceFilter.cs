using DanVan.Conferences.Searching;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Conferences.Convening;

/// <summary>Which conferences: everything given must hold.</summary>
/// <param name="Year">Year of the day it was held or is planned for.</param>
/// <param name="Kind">Main kind.</param>
/// <param name="Mode">How the delegates meet.</param>
/// <param name="State">State of its life cycle.</param>
/// <param name="Organiser">The unit that organises it.</param>
/// <param name="Person">A person who took part.</param>
/// <param name="Topic">Code of a topic that it touched.</param>
/// <param name="Id">One of these ids; may be repeated.</param>
/// <param name="Q">Words: case, tones, tone placement and đ do not matter, abbreviations are written out, "…" makes a phrase, -word excludes.</param>
public sealed record ConferenceFilter(
    [FromQuery, Whole(1945, 2100)] int? Year,
    [FromQuery] ConferenceKind? Kind,
    [FromQuery] ConferenceMode? Mode,
    [FromQuery] ConferenceState? State,
    [FromQuery] Guid? Organiser,
    [FromQuery] Guid? Person,
    [FromQuery, Text(80)] string? Topic,
    [FromQuery, Items(0, 1000)] Guid[]? Id,
    [FromQuery, Text(200)] string? Q
)
{
    internal IQueryable<Conference> Apply(IQueryable<Conference> conferences)
    {
        if (Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            conferences = conferences.Where(x => x.HeldOn >= first && x.HeldOn <= last);
        }
        if (Kind is { } kind)
            conferences = conferences.Where(x => x.Kind == kind);
        if (Mode is { } mode)
            conferences = conferences.Where(x => x.Mode == mode);
        if (State is { } state)
            conferences = conferences.Where(x => x.State == state);
        if (Organiser is { } organiser)
            conferences = conferences.Where(x => x.UnitId == organiser);
        if (Person is { } person)
            conferences = conferences.Where(x => x.Participants.Any(one => one.PersonId == person));
        if (Topic is { } topic)
            conferences = conferences.Where(x => x.Topics.Contains(topic));
        if (Id is { Length: > 0 } ids)
            conferences = conferences.Where(x => ids.Contains(x.Id));
        if (Q is not null)
        {
            var words = Abbreviations.WriteOut(Q);
            conferences = conferences.Where(x =>
                EF.Functions.ToTsVector(SearchText.Configuration, x.SearchText)
                    .Matches(EF.Functions.WebSearchToTsQuery(SearchText.Configuration, words))
            );
        }
        return conferences;
    }
}
