using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Open311;

/// <summary>The unit that a jurisdiction_id names: an administrative code, or a code of another scheme written <c>QD20:H20.1</c>.</summary>
static class Jurisdiction
{
    public static (UnitVersion? Unit, ErrorView? Refused) Find(string? id, UnitTree tree, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(id))
            return (null, GeoError.NoJurisdiction);
        var parts = id.Split(':', 2);
        var unit = parts is [var scheme, var code] ? tree.FindByCode(code, today, scheme) : tree.FindByCode(id, today);
        return unit is null ? (null, GeoError.UnknownJurisdiction) : (unit, null);
    }

    /// <summary>The answer to a format or a jurisdiction that there is none of; without one the unit is known.</summary>
    public static ContentHttpResult? Refuse(
        HttpResponse response,
        string format,
        string? id,
        UnitTree tree,
        DateOnly today,
        out UnitVersion unit
    )
    {
        var (found, refused) = Find(id, tree, today);
        unit = found!;
        return GeoAnswer.RefuseFormat(response, format) ?? (refused is null ? null : GeoAnswer.Refuse(response, format, refused));
    }
}
