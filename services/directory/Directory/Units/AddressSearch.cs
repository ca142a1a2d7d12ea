using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>Finds what an address can mean: whoever ever bore its first known name, held against the names that follow.</summary>
internal sealed class AddressSearch(DirectoryDb db, DateOnly today, int most)
{
    private sealed record Match(int Name, Guid UnitId, DateOnly ValidFrom);

    private sealed record Above(Guid UnitId, DateOnly ValidFrom, Guid AboveId);

    private sealed record Stands(Guid UnitId, DateOnly ValidFrom, Guid? Id, string How, string? LegalBasis);

    private readonly Dictionary<Guid, Unit> units = [];

    public async Task<LookUpAddress.AddressView> Find(IReadOnlyList<WrittenName> names, CancellationToken ct)
    {
        var matches = (await Matches(names, ct)).ToLookup(match => match.Name);
        if (matches.Count == 0)
            return new([], [.. names.Select(name => name.Whole)]);
        var smallest = matches.Min(name => name.Key);
        var found = matches[smallest].ToList();
        var standing = (await Standing(found, ct)).ToLookup(row => (row.UnitId, row.ValidFrom));
        await Load(
            [
                .. matches.SelectMany(name => name).Select(match => match.UnitId),
                .. standing.SelectMany(row => row).Select(row => row.Id).OfType<Guid>(),
            ],
            ct
        );
        var above = (await Lines([.. found.Select(match => (match.UnitId, match.ValidFrom)), .. TodaysPeriods(standing)], ct)).ToLookup(
            row => (row.UnitId, row.ValidFrom),
            row => row.AboveId
        );

        var candidates = found.ConvertAll(match => (Match: match, Under: Under(match)));
        var best = candidates.Max(candidate => candidate.Under.Count);
        var chosen = candidates
            .Where(candidate => candidate.Under.Count == best)
            // A unit that bore the name in several periods is one candidate, as it stood last.
            .GroupBy(candidate => candidate.Match.UnitId)
            .Select(unit => unit.MaxBy(candidate => candidate.Match.ValidFrom))
            .Select(candidate => View(candidate.Match, candidate.Under))
            .OrderByDescending(candidate => candidate.SameSpelling)
            .ThenByDescending(candidate => candidate.Ending is null)
            .ThenBy(candidate => candidate.Unit.Level)
            .ThenBy(candidate => candidate.Unit.Code, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        var borne = candidates
            .Where(candidate => candidate.Under.Count == best)
            .SelectMany(candidate => candidate.Under.Keys)
            .Append(smallest)
            .ToHashSet();
        return new(chosen, [.. names.Index().Where(name => !borne.Contains(name.Index)).Select(name => name.Item.Whole)]);

        // Of each further name the bearer that stands above the unit as it was, or above what stands there today.
        SortedDictionary<int, Guid> Under(Match match)
        {
            var line = above[(match.UnitId, match.ValidFrom)]
                .Concat(TodaysPeriods(standing[(match.UnitId, match.ValidFrom)]).SelectMany(period => above[period]))
                .ToHashSet();
            var under = new SortedDictionary<int, Guid>();
            foreach (var name in matches.Where(name => name.Key > smallest))
                if (name.FirstOrDefault(bearer => line.Contains(bearer.UnitId)) is { } bearer)
                    under.Add(name.Key, bearer.UnitId);
            return under;
        }

        LookUpAddress.Candidate View(Match match, SortedDictionary<int, Guid> under)
        {
            var unit = units[match.UnitId];
            var period = unit.Periods.Single(p => p.ValidFrom == match.ValidFrom);
            var rows = standing[(match.UnitId, match.ValidFrom)].ToList();
            var name = names[smallest];
            return new(
                UnitView.Of(unit, period),
                [.. under.Select(pair => BearerView(matches[pair.Key].Last(bearer => bearer.UnitId == pair.Value)))],
                Spelling.IsSame(period.Name.ToLowerInvariant(), name.Bare.ToLowerInvariant())
                    || Spelling.IsSame(period.FullName.ToLowerInvariant(), name.Whole.ToLowerInvariant()),
                unit.Ending,
                [
                    .. rows.Where(row => row.Id is not null)
                        .Select(row => new LookUpAddress.Standing(TodaysView(row.Id!.Value), row.How, row.LegalBasis))
                        .OrderBy(row => row.Unit.Code, StringComparer.Ordinal),
                ],
                rows.Count(row => row.Id is null)
            );
        }
    }

    private UnitView BearerView(Match match) =>
        UnitView.Of(units[match.UnitId], units[match.UnitId].Periods.Single(p => p.ValidFrom == match.ValidFrom));

    private UnitView TodaysView(Guid id) => UnitView.Of(units[id], units[id].On(today)!);

    private IEnumerable<(Guid, DateOnly)> TodaysPeriods(IEnumerable<IEnumerable<Stands>> standing) => standing.SelectMany(TodaysPeriods);

    private IEnumerable<(Guid, DateOnly)> TodaysPeriods(IEnumerable<Stands> standing) =>
        standing.Select(row => row.Id).OfType<Guid>().Select(id => (id, units[id].On(today)!.ValidFrom));

    private Task<List<Match>> Matches(IReadOnlyList<WrittenName> names, CancellationToken ct)
    {
        var (wholes, bares) = (names.Select(name => name.Whole).ToArray(), names.Select(name => name.Bare).ToArray());
        var (places, kinds) = (
            names.SelectMany((name, place) => name.Kinds.Select(_ => place)).ToArray(),
            names.SelectMany(name => name.Kinds.Select(Chassis.EnumNames.Of)).ToArray()
        );
        var territory = Enum.GetValues<UnitKind>().Where(kind => kind.IsAdministrative()).Select(Chassis.EnumNames.Of).ToArray();
        return db
            .Database.SqlQuery<Match>(
                $"""
                with wanted as (
                    select (place - 1)::int as name, fold(whole) as whole, fold(bare) as bare from unnest({wholes}, {bares}) with ordinality as n (whole, bare, place)
                ),
                kinds as (select * from unnest({places}, {kinds}) as k (name, kind))
                select wanted.name as "Name", unit_id as "UnitId", valid_from as "ValidFrom"
                from wanted join unit_periods p on fold(p.name) = bare join kinds on kinds.name = wanted.name and kinds.kind = p.kind
                union
                select wanted.name, unit_id, valid_from from wanted join unit_periods p on folded = whole
                -- "phuong mai" may be a ward called Mai, and anything called Phương Mai.
                union
                select wanted.name, unit_id, valid_from from wanted join unit_periods p on fold(p.name) = whole and kind = any ({territory})
                """
            )
            .ToListAsync(ct);
    }

    private Task<List<Stands>> Standing(List<Match> found, CancellationToken ct)
    {
        var (ids, days) = (found.Select(match => match.UnitId).ToArray(), found.Select(match => match.ValidFrom).ToArray());
        return db
            .Database.SqlQuery<Stands>(
                $"""
                select f.unit as "UnitId", f.valid_from as "ValidFrom", s.id as "Id", s.how as "How", s.legal_basis as "LegalBasis"
                from unnest({ids}, {days}) as f (unit, valid_from) cross join lateral standing_today(f.unit, f.valid_from, {today}) s
                """
            )
            .ToListAsync(ct);
    }

    // Whoever stood above a unit at any time during a period of it.
    private Task<List<Above>> Lines(IReadOnlyCollection<(Guid UnitId, DateOnly ValidFrom)> periods, CancellationToken ct)
    {
        var (ids, days) = (periods.Select(period => period.UnitId).ToArray(), periods.Select(period => period.ValidFrom).ToArray());
        return db
            .Database.SqlQuery<Above>(
                $"""
                with recursive line (unit, valid_from, above, first, last) as (
                    select p.unit_id, p.valid_from, p.parent_id, p.valid_from, coalesce(p.valid_to, 'infinity')
                    from unnest({ids}, {days}) as w (unit, day) join unit_periods p on p.unit_id = w.unit and p.valid_from = w.day
                    union
                    select line.unit, line.valid_from, p.parent_id, greatest(line.first, p.valid_from), least(line.last, coalesce(p.valid_to, 'infinity'))
                    from line join unit_periods p on p.unit_id = line.above
                    where p.valid_from < line.last and line.first < coalesce(p.valid_to, 'infinity')
                )
                select distinct unit as "UnitId", valid_from as "ValidFrom", above as "AboveId" from line where above is not null
                """
            )
            .ToListAsync(ct);
    }

    private async Task Load(HashSet<Guid> ids, CancellationToken ct)
    {
        foreach (var unit in await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToListAsync(ct))
            units.Add(unit.Id, unit);
    }
}
