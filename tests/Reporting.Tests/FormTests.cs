using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Reporting.Facts;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

/// <summary>The shipped forms fit the contracts they count.</summary>
public class FormTests
{
    static readonly Dictionary<string, Type> Contracts = Consumed.Contracts.ToDictionary(contract => EventType.Of(contract).Name);

    static readonly (Form Form, Indicator Indicator, EventMatch Match)[] Matches =
    [
        .. from form in FormCatalogue.Shipped().All
        from indicator in form.Indicators
        where indicator.Formula is not null
        from match in indicator.Formula!.Events
        select (form, indicator, match),
    ];

    [Fact]
    public void Every_event_that_a_formula_counts_is_taken_from_the_broker() =>
        Assert.All(Matches, m => Assert.Contains(m.Match.Type, Contracts.Keys));

    [Fact]
    public void Every_field_that_a_formula_asks_for_stands_in_the_contract() =>
        Assert.All(
            Matches,
            m =>
            {
                var fields = Contracts[m.Match.Type]
                    .GetProperties()
                    .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
                    .ToHashSet();
                HashSet<string> asked =
                [
                    .. m.Match.Where?.Keys ?? [],
                    .. new[] { m.Indicator.Formula!.Sum, m.Indicator.Formula.Distinct }.OfType<string>(),
                ];
                Assert.Subset(fields, asked);
            }
        );

    [Theory]
    [InlineData("two", "two")]
    [InlineData("one", "missing")]
    public void A_form_that_contradicts_itself_stops_the_start(string code, string part)
    {
        var text = new Bilingual("vi", "en");
        var two = new Indicator("two", text, IndicatorType.Count, Aggregation.Sum, Aggregation.Sum);
        var ratio = new Indicator(code, text, IndicatorType.Ratio, Aggregation.Ratio, Aggregation.Ratio, Ratio: new("two", part));
        var form = new Form("F", 1, DateOnly.MinValue, null, text, [], [], [new Section("S", text, [two, ratio])]);

        var refused = Assert.Throws<InvalidOperationException>(() => new FormCatalogue([form]));

        Assert.Contains($"indicator {code}", refused.Message, StringComparison.Ordinal);
    }
}
