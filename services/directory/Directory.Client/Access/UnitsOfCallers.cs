using DanVan.Chassis;
using DanVan.Chassis.Auth;

namespace DanVan.Directory.Client;

/// <summary>Finds the unit that an outside issuer's token names, in the service's own replica: while the directory is down too.</summary>
internal sealed class UnitsOfCallers(UnitTree tree, TimeProvider clock) : IUnitLookup
{
    public ValueTask<Guid?> Find(string scheme, string code, CancellationToken ct) =>
        ValueTask.FromResult(tree.FindByCode(code, clock.Today(), scheme)?.UnitId);

    public ValueTask<bool> IsWithin(Guid unit, Guid ancestor, CancellationToken ct) =>
        ValueTask.FromResult(unit == ancestor || tree.IsWithin(unit, ancestor, clock.Today()));
}
