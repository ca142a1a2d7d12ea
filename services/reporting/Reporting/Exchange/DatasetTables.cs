using System.Globalization;
using System.Runtime.CompilerServices;
using DanVan.Chassis;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Exchange;

/// <summary>The tables that the data packages of figures and of reports are made of.</summary>
static class DatasetTables
{
    static readonly PackageReference[] References =
    [
        new("period", "periods", "id"),
        new("unit", "units", "id"),
        new("indicator", "indicators", "code"),
    ];

    static readonly PackageField[] Place =
    [
        new("period", "Kỳ báo cáo", Required: true),
        new("unit", "Đơn vị", Required: true),
        new("indicator", "Chỉ tiêu", Required: true),
        new("state", "Loại giá trị", Required: true, OneOf: [.. Enum.GetValues<CellState>().Select(EnumNames.Of)]),
        new("number", "Số liệu", "number"),
    ];

    /// <summary>Consolidated figures, a row for each period, unit and indicator.</summary>
    public static IReadOnlyList<PackageTable> OfFigures(Dataset dataset, IAsyncEnumerable<IReadOnlyList<DatasetValue>> values) =>
        [
            new(
                "figures",
                "Số liệu tổng hợp",
                [
                    .. Place,
                    new("atLeast", "Là mức tối thiểu", "boolean"),
                    new("reported", "Số báo cáo có số liệu", "integer"),
                    new("unspecified", "Số báo cáo ghi “một số”", "integer"),
                    new("notApplicable", "Số báo cáo không áp dụng", "integer"),
                    new("notReported", "Số báo cáo chưa có số liệu", "integer"),
                ],
                ["period", "unit", "indicator"],
                References,
                Rows(dataset, values)
            ),
            .. Described(dataset),
        ];

    /// <summary>What a report says, texts among it.</summary>
    public static IReadOnlyList<PackageTable> OfReport(Dataset dataset, IReadOnlyList<Cell> cells) =>
        [
            new(
                "cells",
                "Các ô của báo cáo",
                [.. Place, new("text", "Nội dung"), new("reason", "Lý do thay giá trị tính được")],
                ["period", "unit", "indicator"],
                References,
                cells.Select(cell => Row(dataset, cell)).ToAsyncEnumerable()
            ),
            .. Described(dataset),
        ];

    static async IAsyncEnumerable<IReadOnlyList<string>> Rows(
        Dataset dataset,
        IAsyncEnumerable<IReadOnlyList<DatasetValue>> values,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        var period = 0;
        await foreach (var slice in values.WithCancellation(ct))
        {
            var name = Dataset.NameOf(dataset.Periods[period++]);
            foreach (var (place, value) in slice.Index())
            {
                var (unit, indicator) = Math.DivRem(place, dataset.Indicators.Count);
                yield return
                [
                    name,
                    $"{dataset.Units[unit].UnitId}",
                    dataset.Indicators[indicator].Code,
                    EnumNames.Of(value.Value.State),
                    Number(value.Value.Number),
                    value.AtLeast ? "true" : "false",
                    $"{value.Reports?.Reported}",
                    $"{value.Reports?.Unspecified}",
                    $"{value.Reports?.NotApplicable}",
                    $"{value.Reports?.NotReported}",
                ];
            }
        }
    }

    static IReadOnlyList<string> Row(Dataset dataset, Cell cell) =>
        [
            Dataset.NameOf(dataset.Periods[0]),
            $"{dataset.Units[0].UnitId}",
            cell.Code,
            EnumNames.Of(cell.Value.State),
            Number(cell.Value.Number),
            cell.Value.Text ?? "",
            cell.Override?.Reason ?? "",
        ];

    static PackageTable[] Described(Dataset dataset) =>
        [
            new(
                "periods",
                "Kỳ báo cáo",
                [
                    new("id", "Mã", Required: true),
                    new("name", "Tên"),
                    new("from", "Ngày đầu", "date", Required: true),
                    new("to", "Ngày cuối", "date", Required: true),
                ],
                ["id"],
                [],
                dataset
                    .Periods.Select(one =>
                        (IReadOnlyList<string>)[Dataset.NameOf(one), one.Label.Vi, $"{one.From:yyyy-MM-dd}", $"{one.To:yyyy-MM-dd}"]
                    )
                    .ToAsyncEnumerable()
            ),
            new(
                "units",
                "Đơn vị",
                [
                    new("id", "Mã", Required: true),
                    new("name", "Tên"),
                    new("level", "Cấp"),
                    new("parent", "Trực thuộc"),
                    new("code", "Mã hành chính"),
                ],
                ["id"],
                [],
                dataset
                    .Units.Select(one =>
                        (IReadOnlyList<string>)[$"{one.UnitId}", one.FullName, one.Level, $"{one.ParentId}", one.Code ?? ""]
                    )
                    .ToAsyncEnumerable()
            ),
            new(
                "indicators",
                "Chỉ tiêu",
                [
                    new("code", "Mã", Required: true),
                    new("name", "Tên"),
                    new("nameEn", "Tên tiếng Anh"),
                    new("type", "Kiểu", OneOf: [.. Enum.GetValues<IndicatorType>().Select(EnumNames.Of)]),
                ],
                ["code"],
                [],
                dataset
                    .Indicators.Select(one => (IReadOnlyList<string>)[one.Code, one.Name.Vi, one.Name.En, EnumNames.Of(one.Type)])
                    .ToAsyncEnumerable()
            ),
        ];

    static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
