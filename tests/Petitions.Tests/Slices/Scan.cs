using DanVan.Support;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Looks for a text in everything that the service stores.</summary>
static class Scan
{
    public static async Task<List<string>> Tables(this PetitionsRunning running)
    {
        await using var command = running.Service.Database.Source.CreateCommand(
            "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'chassis', 'directory')"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }

    /// <summary>How many rows hold it. Bytes print as hexadecimal, so it is looked for in both writings.</summary>
    public static Task<long> Count(this PetitionsRunning running, string table, string canary = "") =>
        running.Service.Database.Scalar<long>(
            $"select count(*) from {table} t where $1 = '' or t::text ilike '%' || $1 || '%' or t::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'",
            canary
        );
}
