using System.Text.Encodings.Web;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Exchange;

/// <summary>
/// Writes a dataset as an SDMX-JSON 2.0 data message (https://github.com/sdmx-twg/sdmx-json), period by period as it is read: flat, every observation with its
/// status, and with all that is needed to understand it.
/// </summary>
static class SdmxJson
{
    public const string MediaType = "application/vnd.sdmx.data+json;version=2.0.0";

    const string Schema = "https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What an observation can be, in the order in which observations refer to it.</summary>
    static readonly (string Id, Bilingual Name)[] Statuses =
    [
        (EnumNames.Of(CellState.Reported), Named(CellState.Reported, "Reported")),
        (DatasetValue.AtLeastStatus, new("Ít nhất (có đơn vị chưa nêu rõ số)", "At least: some report leaves its part open")),
        (EnumNames.Of(CellState.NotReported), Named(CellState.NotReported, "Not reported")),
        (EnumNames.Of(CellState.NotApplicable), Named(CellState.NotApplicable, "Not applicable")),
        (EnumNames.Of(CellState.Unspecified), Named(CellState.Unspecified, "Some, without a number")),
    ];

    static readonly (string Id, Bilingual Name)[] Measures =
    [
        ("NUMBER", new("số", "number")),
        ("VND", new("đồng", "Vietnamese đồng")),
        ("RATIO", new("tỷ lệ", "ratio")),
    ];

    /// <param name="values">Of each period: unit by unit, indicator by indicator.</param>
    /// <param name="now">When it is prepared.</param>
    public static async Task Write(
        Stream target,
        Dataset dataset,
        IAsyncEnumerable<IReadOnlyList<DatasetValue>> values,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var json = new Utf8JsonWriter(target, Options);
        json.WriteStartObject();
        WriteMeta(json, now);
        json.WriteStartObject("data");
        WriteStructure(json, dataset);
        json.WriteStartArray("dataSets");
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Information");
        WriteNone(json, "links");
        WriteNumbers(json, "annotations", 0, 1);
        WriteUnitsOfMeasure(json, dataset);
        json.WriteStartObject("observations");
        var period = 0;
        await foreach (var slice in values.WithCancellation(ct))
        {
            foreach (var (place, value) in slice.Index())
                WriteObservation(json, period, Math.DivRem(place, dataset.Indicators.Count), value);
            period++;
            await json.FlushAsync(ct);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    /// <summary>
    /// The name of a period as SDMX writes reporting periods, which follow a reporting year and not the calendar's: <c>2026-Q2</c>. Nine months and periods on
    /// request, for which it has none, keep their own.
    /// </summary>
    public static string NameOf(Period period) =>
        period.Kind switch
        {
            PeriodKind.Month => $"{period.Year}-M{period.Index:00}",
            PeriodKind.Quarter => $"{period.Year}-Q{period.Index}",
            PeriodKind.HalfYear => $"{period.Year}-S{period.Index}",
            PeriodKind.Year => $"{period.Year}-A1",
            _ => Dataset.NameOf(period),
        };

    /// <summary>The code of an indicator with what the ids of SDMX may hold: <c>DT01.KN</c> is <c>DT01-KN</c>.</summary>
    public static string IdOf(Indicator indicator) => indicator.Code.Replace('.', '-');

    static void WriteObservation(Utf8JsonWriter json, int period, (int Unit, int Indicator) of, DatasetValue value)
    {
        json.WriteStartArray($"{period}:{of.Unit}:{of.Indicator}");
        if (value.Value.Number is { } number)
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
        json.WriteNumberValue(Array.FindIndex(Statuses, status => status.Id == (value.Status ?? Statuses[0].Id)));
        json.WriteEndArray();
    }

    static void WriteMeta(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", Schema);
        json.WriteString("id", $"{Guid.CreateVersion7(now)}");
        json.WriteString("prepared", now);
        json.WriteStartArray("contentLanguages");
        json.WriteStringValue("vi");
        json.WriteStringValue("en");
        json.WriteEndArray();
        json.WriteStartObject("sender");
        json.WriteString("id", "DanVan");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteStructure(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartArray("structures");
        json.WriteStartObject();
        json.WriteString("name", dataset.Title);
        json.WriteStartObject("names");
        json.WriteString("vi", dataset.Title);
        json.WriteEndObject();
        WriteNumbers(json, "dataSets", 0);
        WriteDimensions(json, dataset);
        json.WriteStartObject("measures");
        json.WriteStartArray("observation");
        json.WriteStartObject();
        WriteNamed(json, "OBS_VALUE", new("Số liệu", "Value"));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        WriteAttributes(json);
        json.WriteStartArray("annotations");
        WriteAnnotation(json, "FORM", $"{dataset.Form.Code} v{dataset.Form.Version}");
        WriteAnnotation(json, "BASIS", dataset.Basis);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteDimensions(Utf8JsonWriter json, Dataset dataset)
    {
        var within = dataset.Units.Select(unit => unit.UnitId).ToHashSet();
        json.WriteStartObject("dimensions");
        WriteNone(json, "dataSet");
        WriteNone(json, "series");
        json.WriteStartArray("observation");
        WriteDimension("TIME_PERIOD", new("Kỳ báo cáo", "Reporting period"), "TIME_PERIOD");
        foreach (var period in dataset.Periods)
        {
            json.WriteStartObject();
            WriteNamed(json, NameOf(period), period.Label);
            json.WriteString("start", $"{period.From:yyyy-MM-dd}T00:00:00+07:00");
            json.WriteString("end", $"{period.To:yyyy-MM-dd}T23:59:59+07:00");
            json.WriteEndObject();
        }
        End();
        WriteDimension("REF_AREA", new("Đơn vị", "Unit"), "REF_AREA");
        foreach (var unit in dataset.Units)
        {
            json.WriteStartObject();
            WriteNamed(json, $"{unit.UnitId}", new(unit.FullName, unit.FullName));
            if (unit.ParentId is { } parent && within.Contains(parent))
                json.WriteString("parent", $"{parent}");
            json.WriteEndObject();
        }
        End();
        WriteDimension("INDICATOR", new("Chỉ tiêu", "Indicator"), null);
        foreach (var indicator in dataset.Indicators)
        {
            json.WriteStartObject();
            WriteNamed(json, IdOf(indicator), indicator.Name);
            json.WriteEndObject();
        }
        End();
        json.WriteEndArray();
        json.WriteEndObject();

        void WriteDimension(string id, Bilingual name, string? role)
        {
            json.WriteStartObject();
            WriteNamed(json, id, name);
            json.WriteNumber("keyPosition", Array.IndexOf(["TIME_PERIOD", "REF_AREA", "INDICATOR"], id));
            if (role is not null)
            {
                json.WriteStartArray("roles");
                json.WriteStringValue(role);
                json.WriteEndArray();
            }
            json.WriteStartArray("values");
        }

        void End()
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    static void WriteAttributes(Utf8JsonWriter json)
    {
        json.WriteStartObject("attributes");
        WriteNone(json, "dataSet");
        WriteNone(json, "series");
        json.WriteStartArray("dimensionGroup");
        WriteAttribute(json, "UNIT_MEASURE", new("Đơn vị tính", "Unit of measure"), Measures, "INDICATOR");
        json.WriteEndArray();
        json.WriteStartArray("observation");
        WriteAttribute(json, "OBS_STATUS", new("Loại giá trị", "Observation status"), Statuses, null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="dimension">The one that it goes by; null: it is another for each observation.</param>
    static void WriteAttribute(Utf8JsonWriter json, string id, Bilingual name, (string Id, Bilingual Name)[] values, string? dimension)
    {
        json.WriteStartObject();
        WriteNamed(json, id, name);
        json.WriteStartArray("roles");
        json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteStartObject("relationship");
        if (dimension is null)
        {
            json.WriteStartObject("observation");
            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray("dimensions");
            json.WriteStringValue(dimension);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            json.WriteStartObject();
            WriteNamed(json, value.Id, value.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteUnitsOfMeasure(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartObject("dimensionGroupAttributes");
        foreach (var (place, indicator) in dataset.Indicators.Index())
            WriteNumbers(
                json,
                $"::{place}",
                indicator.Type switch
                {
                    IndicatorType.Money => 1,
                    IndicatorType.Ratio => 2,
                    _ => 0,
                }
            );
        json.WriteEndObject();
    }

    static void WriteAnnotation(Utf8JsonWriter json, string id, string text)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", id);
        json.WriteString("value", text);
        json.WriteEndObject();
    }

    static void WriteNamed(Utf8JsonWriter json, string id, Bilingual name)
    {
        json.WriteString("id", id);
        json.WriteString("name", name.Vi);
        json.WriteStartObject("names");
        json.WriteString("vi", name.Vi);
        json.WriteString("en", name.En);
        json.WriteEndObject();
    }

    static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    static void WriteNumbers(Utf8JsonWriter json, string name, params ReadOnlySpan<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    static Bilingual Named(CellState state, string english) => new(StateWords.Of(state), english);
}
