using DanVan.Reporting.Checks;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests.Files;

/// <summary>A file is nothing that is counted or compared: a form that does so stops the start.</summary>
public class FileFormTests
{
    static readonly Bilingual Name = new("tên", "name");
    static readonly Indicator Annex = new("file", Name, IndicatorType.File, Aggregation.Narrative, Aggregation.Narrative);
    static readonly Indicator Number = new("number", Name, IndicatorType.Count, Aggregation.Sum, Aggregation.Sum);

    [Fact]
    public void A_cell_for_a_file_is_taken() => Assert.False(new FormCatalogue([Of(Annex)]).All[0].Find("file")!.HoldsNumber);

    [Fact]
    public void A_file_that_events_would_tell_stops_the_start() =>
        Refuses(Of(Annex with { Formula = new([new("vn.danvan.awards.award-decision-issued.v1")]) }), "indicator file");

    [Fact]
    public void A_ratio_of_files_stops_the_start() =>
        Refuses(
            Of(Annex, Number, new("ratio", Name, IndicatorType.Ratio, Aggregation.Ratio, Aggregation.Ratio, Ratio: new("file", "number"))),
            "indicator ratio"
        );

    [Fact]
    public void A_rule_about_a_file_stops_the_start() =>
        Refuses(Of(Annex, Number) with { Checks = [new("R", Name, "file", Comparison.AtMost, "number")] }, "check R");

    static Form Of(params Indicator[] indicators) =>
        new("F", 1, DateOnly.MinValue, null, Name, [], [], [new Section("S", Name, indicators)]);

    static void Refuses(Form form, string where) =>
        Assert.Contains(where, Assert.Throws<InvalidOperationException>(() => new FormCatalogue([form])).Message, StringComparison.Ordinal);
}
