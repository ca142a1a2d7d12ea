using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What an observation can be, in the order in which observations refer to it.</summary>
    static readonly (string Id, Bilingual Name)[] Statuses =
    [
        (EnumNames.Of(CellState.Reported), Words(CellState.Reported, "Reported")),
        (DatasetValue.AtLeastStatus, new(DatasetValue.AtLeastWords, "At least: some report leaves its part open")),
        (EnumNames.Of(CellState.NotReported), Words(CellState.NotReported, "Not reported")),
        (EnumNames.Of(CellState.NotApplicable), Words(CellState.NotApplicable, "Not applicable")),
        (EnumNames.Of(CellState.Unspecified), Words(CellState.Unspecified, "Some, without a number")),
    ];

    static readonly Dictionary<string, int> PlaceOfStatus = Statuses.Index().ToDictionary(status => status.Item.Id, status => status.Index);

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
        await using var json = new Utf8JsonWriter(target, Writing);
        json.WriteStartObject();
        Write(json, "meta", Meta(now));
        json.WriteStartObject("data");
        Write(json, "structures", new[] { Structure(dataset) });
        json.WriteStartArray("dataSets");
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Information");
        Write(json, "links", Array.Empty<object>());
        Write(json, "annotations", (int[])[0, 1]);
        Write(json, "dimensionGroupAttributes", UnitsOfMeasure(dataset));
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
        json.WriteNumberValue(value.Status is { } status ? PlaceOfStatus[status] : 0);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        // To serialize into the writer would flush it, and so write to the answer synchronously.
        JsonSerializer.SerializeToElement(value, Options).WriteTo(json);
    }

    static object Meta(DateTimeOffset now) =>
        new
        {
            Schema,
            Id = Guid.CreateVersion7(now),
            Prepared = now,
            ContentLanguages = (string[])["vi", "en"],
            Sender = new { Id = "DanVan" },
        };

    static object Structure(Dataset dataset) =>
        new
        {
            Name = dataset.Title,
            Names = new { Vi = dataset.Title },
            DataSets = (int[])[0],
            Dimensions = new
            {
                DataSet = Array.Empty<object>(),
                Series = Array.Empty<object>(),
                Observation = Dimensions(dataset),
            },
            Measures = new { Observation = new[] { new Named("OBS_VALUE", new("Số liệu", "Value")) } },
            Attributes = new
            {
                DataSet = Array.Empty<object>(),
                Series = Array.Empty<object>(),
                DimensionGroup = new[]
                {
                    Attribute(
                        "UNIT_MEASURE",
                        new("Đơn vị tính", "Unit of measure"),
                        Measures,
                        new { Dimensions = (string[])["INDICATOR"] }
                    ),
                },
                Observation = new[]
                {
                    Attribute("OBS_STATUS", new("Loại giá trị", "Observation status"), Statuses, new { Observation = new { } }),
                },
            },
            Annotations = new[] { Annotation("FORM", $"{dataset.Form.Code} v{dataset.Form.Version}"), Annotation("BASIS", dataset.Basis) },
        };

    static Named[] Dimensions(Dataset dataset)
    {
        var within = dataset.Units.Select(unit => unit.UnitId).ToHashSet();
        return
        [
            new("TIME_PERIOD", new("Kỳ báo cáo", "Reporting period"))
            {
                KeyPosition = 0,
                Roles = ["TIME_PERIOD"],
                Values = dataset.Periods.Select(period => new Named(NameOf(period), period.Label)
                {
                    Start = $"{period.From:yyyy-MM-dd}T00:00:00+07:00",
                    End = $"{period.To:yyyy-MM-dd}T23:59:59+07:00",
                }),
            },
            new("REF_AREA", new("Đơn vị", "Unit"))
            {
                KeyPosition = 1,
                Roles = ["REF_AREA"],
                Values = dataset.Units.Select(unit => new Named($"{unit.UnitId}", new(unit.FullName, unit.FullName))
                {
                    Parent = unit.ParentId is { } parent && within.Contains(parent) ? parent : null,
                }),
            },
            new("INDICATOR", new("Chỉ tiêu", "Indicator"))
            {
                KeyPosition = 2,
                Values = dataset.Indicators.Select(indicator => new Named(IdOf(indicator), indicator.Name)),
            },
        ];
    }

    static Named Attribute(string id, Bilingual name, (string Id, Bilingual Name)[] values, object relationship) =>
        new(id, name)
        {
            Roles = [id],
            Relationship = relationship,
            Values = values.Select(value => new Named(value.Id, value.Name)),
        };

    static object Annotation(string id, string value) =>
        new
        {
            Id = id,
            Type = id,
            Value = value,
        };

    static Dictionary<string, int[]> UnitsOfMeasure(Dataset dataset) =>
        dataset
            .Indicators.Index()
            .ToDictionary(
                at => $"::{at.Index}",
                at =>
                    at.Item.Type switch
                    {
                        IndicatorType.Money => (int[])[1],
                        IndicatorType.Ratio => [2],
                        _ => [0],
                    }
            );

    static Bilingual Words(CellState state, string english) => new(StateWords.Of(state), english);

    /// <summary>A component or one of its values, in both languages; what it does not have is left out.</summary>
    sealed record Named(string Id, [property: JsonIgnore] Bilingual Words)
    {
        public string Name => Words.Vi;
        public Bilingual Names => Words;
        public int? KeyPosition { get; init; }
        public string[]? Roles { get; init; }
        public object? Relationship { get; init; }
        public IEnumerable<Named>? Values { get; init; }
        public string? Start { get; init; }
        public string? End { get; init; }
        public Guid? Parent { get; init; }
    }
}
