using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Exchange;

/// <summary>
/// Writes a Frictionless data package (https://specs.frictionlessdata.io): a ZIP with <c>datapackage.json</c> and a CSV file for each table, as they are read.
/// </summary>
static class DataPackage
{
    public const string MediaType = "application/zip";

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    public static async Task Write(Stream target, string name, string title, IReadOnlyList<PackageTable> tables, CancellationToken ct)
    {
        await using var sent = new LaterWrites(target);
        await using (var zip = await ZipArchive.CreateAsync(sent, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            await using (var descriptor = await Open(zip, "datapackage.json", ct))
                await JsonSerializer.SerializeAsync(descriptor, Describe(name, title, tables), Readable, ct);
            foreach (var table in tables)
                await Write(zip, table, ct);
        }
        await sent.FlushAsync(ct);
    }

    static async Task Write(ZipArchive zip, PackageTable table, CancellationToken ct)
    {
        await using var file = await Open(zip, FileOf(table), ct);
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        foreach (var field in table.Fields)
            csv.WriteField(field.Name);
        await csv.NextRecordAsync();
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            // Only texts that somebody wrote can begin as a formula; a number with its sign stays one.
            foreach (var (field, value) in table.Fields.Zip(row))
                csv.WriteField(field.Type == "string" ? CsvText.Write(value) : value);
            await csv.NextRecordAsync();
        }
    }

    static Task<Stream> Open(ZipArchive zip, string file, CancellationToken ct) =>
        zip.CreateEntry(file, CompressionLevel.Fastest).OpenAsync(ct);

    static string FileOf(PackageTable table) => $"{table.Name}.csv";

    static JsonObject Describe(string name, string title, IReadOnlyList<PackageTable> tables) =>
        new()
        {
            ["profile"] = "tabular-data-package",
            ["name"] = name,
            ["title"] = title,
            ["resources"] = new JsonArray([.. tables.Select(Describe)]),
        };

    static JsonObject Describe(PackageTable table)
    {
        var schema = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Fields.Select(Describe)]),
            ["missingValues"] = new JsonArray(""),
            ["primaryKey"] = new JsonArray([.. table.Key.Select(column => (JsonNode)column)]),
        };
        if (table.References.Count > 0)
            schema["foreignKeys"] = new JsonArray([
                .. table.References.Select(reference => new JsonObject
                {
                    ["fields"] = reference.Field,
                    ["reference"] = new JsonObject { ["resource"] = reference.Table, ["fields"] = reference.Column },
                }),
            ]);
        return new()
        {
            ["profile"] = "tabular-data-resource",
            ["name"] = table.Name,
            ["title"] = table.Title,
            ["path"] = FileOf(table),
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["schema"] = schema,
        };
    }

    static JsonObject Describe(PackageField field)
    {
        var described = new JsonObject
        {
            ["name"] = field.Name,
            ["title"] = field.Title,
            ["type"] = field.Type,
        };
        var constraints = new JsonObject();
        if (field.Required)
            constraints["required"] = true;
        if (field.OneOf is { } allowed)
            constraints["enum"] = new JsonArray([.. allowed.Select(text => (JsonNode)text)]);
        if (constraints.Count > 0)
            described["constraints"] = constraints;
        return described;
    }
}
