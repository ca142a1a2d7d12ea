using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Directory.Units;

namespace DanVan.Directory.Clients;

internal static class VisibleClients
{
    /// <summary>The clients of the caller's unit and of those below it today. The only way in which use cases find clients.</summary>
    public static IQueryable<ApiClient> ClientsOf(this DirectoryDb db, Caller caller, TimeProvider clock)
    {
        if (caller.IsRoot())
            return db.Clients;
        var own = caller.UnitId ?? Guid.Empty;
        var below = db.Subtree(own, clock.Today());
        return db.Clients.Where(client => client.UnitId == own || below.Contains(client.UnitId));
    }
}
