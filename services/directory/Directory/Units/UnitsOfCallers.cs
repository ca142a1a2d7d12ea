using DanVan.Chassis;
using DanVan.Chassis.Auth;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>Finds the unit that an outside issuer's token names, among the units themselves.</summary>
internal sealed class UnitsOfCallers(IServiceScopeFactory scopes, TimeProvider clock) : IUnitLookup
{
    private static readonly CodeScheme?[] schemes = [.. Enum.GetValues<CodeScheme>()];

    public async ValueTask<Guid?> Find(string scheme, string code, CancellationToken ct)
    {
        if (Array.Find(schemes, known => EnumNames.Of((CodeScheme)known!) == scheme) is not { } found)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        var today = clock.Today();
        return await scope
            .ServiceProvider.GetRequiredService<DirectoryDb>()
            .Units.SelectMany(
                unit =>
                    unit.Periods.Where(p =>
                        p.CodeScheme == found && p.Code == code && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo > today)
                    ),
                (unit, _) => (Guid?)unit.Id
            )
            .FirstOrDefaultAsync(ct);
    }

    public async ValueTask<bool> IsWithin(Guid unit, Guid ancestor, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = clock.Today();
        return await scope
            .ServiceProvider.GetRequiredService<DirectoryDb>()
            .Database.SqlQuery<bool>($"""select exists (select from line_of({unit}, {today}) where id = {ancestor}) as "Value" """)
            .SingleAsync(ct);
    }
}
