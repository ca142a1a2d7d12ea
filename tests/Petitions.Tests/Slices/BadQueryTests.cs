using System.Net;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>A parameter that is wrong is named, whatever it asks for.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class BadQueryTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData("?kind=COMPLAINT", "kind")]
    [InlineData("?state=1", "state")]
    [InlineData("?unit=x", "unit")]
    [InlineData("?dueBefore=tomorrow", "dueBefore")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1000000000", "limit")]
    [InlineData("?after=x", "after")]
    [InlineData("?sort=summary", "sort")]
    [InlineData("/satisfaction?year=1", "year")]
    [InlineData("/satisfaction", "year")]
    [InlineData("/search", "q")]
    [InlineData("/search?q=", "q")]
    [InlineData("/search?q=%20%20", "q")]
    [InlineData("/search?q=%22-/.,!()*%3A%26%27%22", "q")]
    [InlineData("/search?q=%D0%BF", "q")]
    [InlineData("/search?q=a%00b", "q")]
    [InlineData("/search?q=a%1Bb", "q")]
    [InlineData("/search?q=đất&kind=COMPLAINT", "kind")]
    [InlineData("/search?q=đất&after=x", "after")]
    [InlineData("/search?q=đất&sort=summary", "sort")]
    [InlineData("/due", "class")]
    [InlineData("/due?class=LATE", "class")]
    [InlineData("/due?class=SOON&unit=x", "unit")]
    [InlineData("/due?class=SOON&after=AAAAAAAAAAAAAAAAAAAAAA", "after")]
    [InlineData("/due?class=SOON&after=___________________________", "after")]
    [InlineData("/due/counts?unit=x", "unit")]
    [InlineData("/deadlines/what-if?rule=KN.ACC", "start")]
    [InlineData("/deadlines/what-if?rule=KN.ACC&start=10/07/2026", "start")]
    [InlineData("/deadlines/what-if?rule=KN.NONE&start=2026-07-10", "rule")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        var problem = await (await clerk.GetAsync(Book + query)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![parameter]);
    }

    [Fact]
    public async Task A_thousand_characters_to_look_for_are_too_many()
    {
        var problem = await (await clerk.GetAsync($"{Book}/search?q={new string('a', 1000)}")).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["q"]);
    }
}
