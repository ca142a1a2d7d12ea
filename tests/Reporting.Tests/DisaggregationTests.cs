using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

/// <summary>Indicators taken apart by categories.</summary>
public class DisaggregationTests
{
    static readonly Bilingual Name = new("tên", "name");
    static readonly CategorySet Kinds = new("KIND", Name, Name, [new("A", Name, ["ONE", "TWO"]), new("B", Name, ["THREE"])]);
    static readonly CategorySet Mute = new("MUTE", Name, Name, [new("A", Name), new("B", Name)]);
    static readonly Indicator Whole = new("W", Name, IndicatorType.Count, Aggregation.Sum, Aggregation.Last);
    static readonly Indicator Choice = Whole with { Type = IndicatorType.Choice };
    static readonly Indicator People = Whole with { OverUnits = Aggregation.Distinct, OverTime = Aggregation.Distinct };
    static readonly Formula Events = new([new("vn.danvan.petitions.x.v1", null)], Of: CountOf.Papers);

    [Fact]
    public void The_parts_stand_behind_the_whole_and_are_what_it_is()
    {
        var form = Taken(Whole with { Disaggregation = new("MUTE", AddsUp: false) });

        Assert.Equal(["W", "W.A", "W.B"], form.Indicators.Select(indicator => indicator.Code));
        Assert.All(
            form.Indicators.Skip(1),
            part => Assert.Equal((Whole.Type, Whole.OverUnits, Whole.OverTime), (part.Type, part.OverUnits, part.OverTime))
        );
        Assert.Equal(new PartOf("W", "B"), form.Find("W.B")!.PartOf);
        Assert.Equal("MUTE", Assert.Single(form.CategorySets!).Code);
        Assert.Empty(form.Checks ?? []);
    }

    [Fact]
    public void What_adds_up_is_held_to_it_as_a_warning()
    {
        var check = Assert.Single(Taken(Whole with { Disaggregation = new("MUTE", AddsUp: true) }).Checks!);

        Assert.Equal(("W.A + W.B", Comparison.Equal, "W"), (check.Left, check.Comparison, check.Right));
        Assert.Equal((Severity.Warn, MissingValues.SkipIfSide), (check.Severity, check.Missing));
    }

    [Fact]
    public void The_value_of_a_field_picks_the_events_of_a_part()
    {
        var part = Taken(Whole with { Formula = Events, Disaggregation = new("KIND", AddsUp: true, "kind") }).Find("W.A")!;

        Assert.Equal(CountOf.Papers, part.Formula!.Of);
        Assert.Equal(["ONE", "TWO"], part.Formula.Events.Select(match => match.Where!["kind"].GetString()));
    }

    [Fact]
    public void A_ratio_is_taken_apart_with_what_it_divides()
    {
        var apart = new Disaggregation("MUTE", AddsUp: false);
        var share = Whole with { Code = "S", Type = IndicatorType.Ratio, Ratio = new("W", "W"), Disaggregation = apart };

        Assert.Equal(new Ratio("W.B", "W.B"), Taken(Whole with { Disaggregation = apart }, share).Find("S.B")!.Ratio);
        Assert.Contains("has parts that the form lacks", Refused(Whole, share), StringComparison.Ordinal);
        Assert.Contains(
            "is a ratio",
            Refused(Whole, share with { Disaggregation = apart with { AddsUp = true } }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_disaggregation_that_makes_no_sense_stops_the_start()
    {
        Says("a set that there is not", Whole, new("NONE", true));
        Says("must name the field", Whole with { Formula = Events }, new("KIND", true));
        Says("must name the field", Whole, new("KIND", true, "kind"));
        Says("cannot be counted for A", Whole with { Formula = Events }, new("MUTE", true, "kind"));
        Says(
            "or adds up a field of several",
            Whole with
            {
                Formula = Events with { Sum = "people", Of = null },
            },
            new("KIND", true, "kind")
        );
        Says("without a number", Whole with { Type = IndicatorType.Text }, new("MUTE", true));
        Says("is a choice, which is no whole", Choice, new("MUTE", true));
        Says("is counted from no event then", Choice with { Formula = Events }, new("KIND", false, "kind"));
        Says("counts each once", People, new("MUTE", true));

        static void Says(string what, Indicator indicator, Disaggregation apart) =>
            Assert.Contains(what, Refused(indicator with { Disaggregation = apart }), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_set_there_is_nothing_to_choose() =>
        Assert.Contains("must be taken apart by what there is to choose from", Refused(Choice), StringComparison.Ordinal);

    [Fact]
    public void What_a_choice_is_made_from_stands_in_it_and_its_parts_count_who_chose_them()
    {
        var form = Taken(Choice with { Disaggregation = new("MUTE", AddsUp: false) });

        Assert.Equal(["A", "B"], form.Find("W")!.Choices!.Select(choice => choice.Code));
        Assert.Equal(
            (IndicatorType.Count, new PartOf("W", "B", OfChoice: true), null),
            (form.Find("W.B")!.Type, form.Find("W.B")!.PartOf, form.Find("W.B")!.Choices)
        );
    }

    [Fact]
    public void Each_is_counted_once_over_units_and_over_time_or_not_at_all()
    {
        Assert.Equal(Aggregation.Distinct, Taken(People).Find("W")!.OverUnits);
        Says(People with { OverTime = Aggregation.Sum });
        Says(People with { OverUnits = Aggregation.Sum });
        Says(People with { Type = IndicatorType.Number });
        Says(People with { Formula = Events });
        Says(People with { Formula = Events with { Of = null } });
        Says(Whole with { Formula = Events with { Of = null, Distinct = "unitId" } });
        Assert.Contains(
            "has parts that the form lacks",
            Refused(
                People,
                People with
                {
                    Code = "S",
                    Type = IndicatorType.Ratio,
                    OverUnits = Aggregation.Ratio,
                    OverTime = Aggregation.Ratio,
                    Ratio = new("W", "W"),
                }
            ),
            StringComparison.Ordinal
        );

        static void Says(Indicator indicator) => Assert.Contains("or not at all", Refused(indicator), StringComparison.Ordinal);
    }

    /// <summary>A version never changes once shipped, nor does a set that it uses.</summary>
    [Theory]
    [InlineData("DANVAN", 1, "24073cc79bca646d")]
    [InlineData("DANVAN", 2, "1ce70b36f7f05e8c")]
    [InlineData("DANVAN", 3, "882bfe31281dbff3")]
    [InlineData("DANVAN_QCDC", 1, "3a96f00e17e19f1d")]
    [InlineData("TTCP_TCD", 1, "1762a2edacf6c14f")]
    public void A_shipped_version_asks_what_it_asked(string code, int version, string cells)
    {
        var form = FormCatalogue.Shipped().Version(code, version);
        var asked = JsonSerializer.Serialize(
            form.Indicators.Select(one =>
                (object?[])[one.Code, $"{one.Type} {one.OverUnits} {one.OverTime}", Counted(one.Formula), one.Ratio]
            )
        );

        Assert.Equal(cells, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..16]);

        static object? Counted(Formula? formula) =>
            formula is null ? null
            : formula.Distinct is { } distinct ? new { formula.Events, distinct }
            : new
            {
                formula.Events,
                formula.Sum,
                formula.Of,
            };
    }

    static Form Taken(params Indicator[] indicators) => Catalogue(indicators).All[0];

    static string Refused(params Indicator[] indicators) => Assert.Throws<InvalidOperationException>(() => Catalogue(indicators)).Message;

    static FormCatalogue Catalogue(Indicator[] indicators) =>
        new([new("F", 1, DateOnly.MinValue, null, Name, [], [], [new("S", Name, indicators)])], [Kinds, Mute]);
}
