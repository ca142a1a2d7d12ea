using DanVan.Directory.Client;

namespace DanVan.Petitions.Routing;

/// <summary>To which kind of unit a petition goes, by what it is and what it is about. The rows are <c>routes.json</c>; the first that fits holds.</summary>
/// <param name="Kind">The kind it is for; every kind when left out.</param>
/// <param name="Field">What it is about; whatever when left out.</param>
/// <param name="To">The kind of unit in the tree.</param>
/// <param name="Article">The provision that says so; none where the platform does.</param>
public sealed record Route(string To, string Vi, string En, PetitionKind? Kind = null, PetitionField? Field = null, string? Article = null)
{
    public bool Fits(PetitionKind kind, PetitionField field) => (Kind is null || Kind == kind) && (Field is null || Field == field);
}

/// <summary>Finds who in the tree is to get a petition.</summary>
public sealed class RoutingTable(IReadOnlyList<Route> routes)
{
    public IReadOnlyList<Route> Routes => routes;

    /// <summary>The table that comes with the service, or the file that an administration puts in its place.</summary>
    public static RoutingTable Load(string? path = null) => new(LawTable.Load<List<Route>>("Routing.routes", path));

    /// <summary>
    /// The route, and the units of its kind that are nearest to the area: there, or else in the next unit above it, and so on; nobody when there is none up
    /// to the root.
    /// </summary>
    public (Route? Route, IReadOnlyList<UnitVersion> Units) Find(
        PetitionKind kind,
        PetitionField field,
        Guid area,
        UnitTree tree,
        DateOnly on
    )
    {
        if (routes.FirstOrDefault(row => row.Fits(kind, field)) is not { } route)
            return (null, []);
        for (var at = tree.Find(area, on); at is not null; at = at.ParentId is { } above ? tree.Find(above, on) : null)
        {
            List<UnitVersion> units = [.. tree.Children(at.UnitId, on).Prepend(at).Where(unit => unit.Kind == route.To)];
            if (units.Count > 0)
                return (route, units);
        }
        return (route, []);
    }
}
