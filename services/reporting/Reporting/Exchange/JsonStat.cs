using System.Text.Encodings.Web;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Exchange;

/// <summary>Writes a dataset as JSON-stat 2.0 (https://json-stat.org/full), period by period as it is read.</summary>
static class JsonStat
{
    /// <summary>What the format asks for.</summary>
    public const string MediaType = "application/json";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="values">Of each period: unit by unit, indicator by indicator.</param>
    public static async Task Write(
        Stream target,
        Dataset dataset,
        IAsyncEnumerable<IReadOnlyList<DatasetValue>> values,
        CancellationToken ct
    )
    {
        await using var json = new Utf8JsonWriter(target, Options);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", dataset.Title);
        WriteDimensions(json, dataset);
        WriteExtension(json, dataset);
        var (statuses, place) = (new List<(int Place, string Status)>(), 0);
        json.WriteStartArray("value");
        await foreach (var slice in values.WithCancellation(ct))
        {
            foreach (var value in slice)
            {
                if (value.Value.Number is { } number)
                    json.WriteNumberValue(number);
                else
                    json.WriteNullValue();
                if (value.Status is { } status)
                    statuses.Add((place, status));
                place++;
            }
            await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteStartObject("status");
        foreach (var (at, status) in statuses)
            json.WriteString($"{at}", status);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    static void WriteDimensions(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartArray("id");
        foreach (var id in (string[])["period", "unit", "indicator"])
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteStartArray("size");
        foreach (var size in (int[])[dataset.Periods.Count, dataset.Units.Count, dataset.Indicators.Count])
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartObject("role");
        foreach (var (role, id) in (IEnumerable<(string, string)>)[("time", "period"), ("geo", "unit"), ("metric", "indicator")])
        {
            json.WriteStartArray(role);
            json.WriteStringValue(id);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteStartObject("dimension");
        WriteDimension(json, "period", "Kỳ báo cáo", [.. dataset.Periods.Select(one => (Dataset.NameOf(one), one.Label.Vi))], () => { });
        WriteDimension(
            json,
            "unit",
            "Đơn vị",
            [.. dataset.Units.Select(one => ($"{one.UnitId}", one.FullName))],
            () => WriteChildren(json, dataset)
        );
        WriteDimension(
            json,
            "indicator",
            "Chỉ tiêu",
            [.. dataset.Indicators.Select(one => (one.Code, one.Name.Vi))],
            () => WriteUnitsOfMeasure(json, dataset)
        );
        json.WriteEndObject();
    }

    static void WriteDimension(Utf8JsonWriter json, string id, string label, List<(string Code, string Label)> categories, Action more)
    {
        json.WriteStartObject(id);
        json.WriteString("label", label);
        json.WriteStartObject("category");
        json.WriteStartArray("index");
        foreach (var category in categories)
            json.WriteStringValue(category.Code);
        json.WriteEndArray();
        json.WriteStartObject("label");
        foreach (var category in categories)
            json.WriteString(category.Code, category.Label);
        json.WriteEndObject();
        more();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteChildren(Utf8JsonWriter json, Dataset dataset)
    {
        var within = dataset.Units.Select(unit => unit.UnitId).ToHashSet();
        json.WriteStartObject("child");
        foreach (
            var family in dataset.Units.Where(unit => unit.ParentId is { } parent && within.Contains(parent)).GroupBy(unit => unit.ParentId)
        )
        {
            json.WriteStartArray($"{family.Key}");
            foreach (var child in family)
                json.WriteStringValue($"{child.UnitId}");
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    static void WriteUnitsOfMeasure(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartObject("unit");
        foreach (var indicator in dataset.Indicators)
        {
            json.WriteStartObject(indicator.Code);
            json.WriteNumber(
                "decimals",
                indicator.Type is IndicatorType.Ratio ? 4
                    : indicator.Type is IndicatorType.Count ? 0
                    : 2
            );
            json.WriteString(
                "label",
                indicator.Type is IndicatorType.Ratio ? "tỷ lệ"
                    : indicator.Type is IndicatorType.Money ? "đồng"
                    : "số"
            );
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void WriteExtension(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartObject("extension");
        json.WriteString("form", dataset.Form.Code);
        json.WriteNumber("formVersion", dataset.Form.Version);
        json.WriteString("basis", dataset.Basis);
        json.WriteStartObject("period");
        foreach (var period in dataset.Periods)
        {
            json.WriteStartObject(Dataset.NameOf(period));
            json.WriteString("from", $"{period.From:yyyy-MM-dd}");
            json.WriteString("to", $"{period.To:yyyy-MM-dd}");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("status");
        json.WriteStartObject("label");
        foreach (var state in (CellState[])[CellState.NotReported, CellState.NotApplicable, CellState.Unspecified])
            json.WriteString(EnumNames.Of(state), StateWords.Of(state));
        json.WriteString(DatasetValue.AtLeastStatus, DatasetValue.AtLeastWords);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
