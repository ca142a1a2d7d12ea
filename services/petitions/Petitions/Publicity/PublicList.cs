using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Receipts;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Publicity;

/// <summary>A resolution as everybody may read of it.</summary>
/// <param name="Id">That of the publication: the petition's own is not told.</param>
/// <param name="KindText">What it was, in words.</param>
/// <param name="State">Always RESOLVED: what is opened again does not show.</param>
/// <param name="StateText">How it ended, in words.</param>
/// <param name="UnitName">The unit that resolved it.</param>
/// <param name="ResolvedOn">The day of the decision, conclusion or answer.</param>
/// <param name="VisibleFrom">Since when it shows.</param>
/// <param name="Text">What the unit wrote for the public.</param>
public sealed record PublishedView(
    Guid Id,
    PetitionKind Kind,
    string KindText,
    PetitionField Field,
    PetitionState State,
    string StateText,
    Outcome? Outcome,
    Guid UnitId,
    string? UnitName,
    DateOnly ResolvedOn,
    DateOnly VisibleFrom,
    string Text
);

/// <summary>Which of them are wanted; all that is given must hold.</summary>
/// <param name="Unit">That of a unit and all below it.</param>
/// <param name="From">Shown since that day or later.</param>
/// <param name="To">Shown since that day or earlier.</param>
public sealed record PublishedFilter(
    PetitionKind? Kind = null,
    PetitionField? Field = null,
    Outcome? Outcome = null,
    Guid? Unit = null,
    DateOnly? From = null,
    DateOnly? To = null
);

/// <summary>What units have published of their resolutions, the newest first; what is withheld, under embargo or opened again is not there.</summary>
public sealed class PublicList(PetitionsDb db, UnitTree tree, TimeProvider clock)
{
    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Publication Publication { get; init; }
        public required Petition Petition { get; init; }
    }

    public Task<Page<PublishedView>> Read(PublishedFilter filter, PageRequest page, CancellationToken ct)
    {
        var today = clock.Today();
        var shown =
            from publication in db.Publications.Shown(today)
            join petition in db.Petitions on publication.PetitionId equals petition.Id
            where petition.State == PetitionState.Resolved && petition.ClosedOn == publication.ResolvedOn
            select new Row
            {
                Id = publication.Id,
                Publication = publication,
                Petition = petition,
            };
        if (filter.Kind is { } kind)
            shown = shown.Where(r => r.Petition.Kind == kind);
        if (filter.Field is { } field)
            shown = shown.Where(r => r.Petition.Field == field);
        if (filter.Outcome is { } outcome)
            shown = shown.Where(r => r.Petition.Outcome == outcome);
        if (filter.From is { } from)
            shown = shown.Where(r => r.Publication.VisibleFrom >= from);
        if (filter.To is { } to)
            shown = shown.Where(r => r.Publication.VisibleFrom <= to);
        if (filter.Unit is { } unit && unit != RootUnit.Id)
        {
            List<Guid> units = [unit, .. tree.Subtree(unit, today).Select(u => u.UnitId)];
            shown = shown.Where(r => units.Contains(r.Petition.UnitId));
        }
        return shown.ToPage(page, r => r.Id, View, ct, newestFirst: true);
    }

    PublishedView View(Row row)
    {
        var (petition, publication) = (row.Petition, row.Publication);
        return new(
            publication.Id,
            petition.Kind,
            PlainWords.Of(petition.Kind),
            petition.Field,
            petition.State,
            PlainWords.Of(petition.State, petition.Outcome),
            petition.Outcome,
            petition.UnitId,
            tree.NameOf(petition.UnitId, clock.Today()),
            petition.ClosedOn!.Value,
            publication.VisibleFrom,
            publication.Text
        );
    }
}

static class UnitNames
{
    /// <summary>As it is called that day, or was called last.</summary>
    public static string? NameOf(this UnitTree tree, Guid unit, DateOnly today) => tree.FindOrLast(unit, today)?.FullName;
}
