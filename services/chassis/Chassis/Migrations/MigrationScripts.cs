using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis;

/// <summary>An SQL script embedded in an assembly; its name is <c>&lt;assembly&gt;/&lt;nnnn&gt;-&lt;what&gt;</c>.</summary>
sealed record MigrationScript(string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>An assembly whose scripts are part of this service's schema; the service's own come last, and build on all others.</summary>
sealed partial record MigrationSource(Assembly Assembly, bool Last = false)
{
    public IEnumerable<MigrationScript> Scripts() =>
        from resource in Assembly.GetManifestResourceNames()
        let name = ScriptName().Match(resource)
        where name.Success
        orderby name.Value
        select new MigrationScript($"{Assembly.GetName().Name}/{name.Groups["name"].Value}", Read(resource));

    string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"(?<name>\d{4}-[^.]+)\.sql$")]
    private static partial Regex ScriptName();
}

/// <summary>Where a library adds its tables to a service.</summary>
public static class MigrationExtensions
{
    /// <summary>
    /// Adds the scripts <c>nnnn-….sql</c> embedded in <paramref name="assembly"/>. Each runs once, in one transaction, in the order of its number, after
    /// those of assemblies added before. A script that has run is never changed: write the next one.
    /// </summary>
    public static IServiceCollection AddMigrations(this IServiceCollection services, Assembly assembly) =>
        services.Any(service => service.ImplementationInstance is MigrationSource source && source.Assembly == assembly)
            ? services
            : services.AddSingleton(new MigrationSource(assembly));
}
