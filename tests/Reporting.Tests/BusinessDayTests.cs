using DanVan.Awards.Contracts.V1;
using DanVan.Conferences.Contracts.V1;
using DanVan.Reporting.Facts;

namespace DanVan.Reporting.Tests;

/// <summary>Under which day an event counts.</summary>
public class BusinessDayTests
{
    [Theory]
    [InlineData("DAY", "2021-07-13", "2021-07-13")]
    [InlineData("MONTH", "2021-07-01", "2021-07-31")]
    [InlineData("YEAR", "2021-01-01", "2021-12-31")]
    public void A_conference_counts_within_what_is_known_of_its_day(string precision, string first, string last)
    {
        var days = Consumed.When(Held(new(2021, 7, 13), precision));

        Assert.Equal((Day(first), Day(last)), (days?.First, days?.Last));
    }

    [Fact]
    public void A_precision_not_known_here_places_the_event_nowhere() => Assert.Null(Consumed.When(Held(new(2021, 7, 13), "DECADE")));

    [Fact]
    public void A_model_whose_registration_has_no_day_counts_in_no_period() =>
        Assert.Null(
            Consumed.When(
                new ModelRegistered(Guid.CreateVersion7(), Guid.CreateVersion7(), "MODEL", "ECONOMY", null, null, null, "EFFECTIVE")
            )
        );

    static ConferenceHeld Held(DateOnly on, string precision) =>
        new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "SO_KET",
            "ONLINE_NATIONAL",
            "CENTRAL",
            "TOAN_QUOC",
            on,
            precision,
            null,
            null,
            0,
            null,
            0
        );

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
