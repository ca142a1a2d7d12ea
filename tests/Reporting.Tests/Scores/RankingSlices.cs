using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Scores;

/// <summary>The units of an authority by their points, with a quota of two communes; ties are the authority's.</summary>
public sealed class RankingSlices(ScoresRunning scores)
{
    [Fact]
    public async Task Communes_stand_by_their_points_a_tie_at_the_quota_is_the_authoritys_and_holds_while_the_points_do()
    {
        await using var scored = await Scored.In(scores);
        var best = await scored.Decided(49);
        var (one, other) = (await scored.Decided(45), await scored.Decided(45));
        var knockedOut = await scored.Decided(50, assesses: false);
        var (low, undecided) = (await scored.Decided(20), scored.Province.Commune);
        await Scored.Open(scored.Own, undecided);

        Assert.Equal(
            [(knockedOut, "1", "False", "RANK_TOO_LOW"), (best, "2", "False", "WITHIN_QUOTA"), (low, "5", "False", "RANK_TOO_LOW")],
            (await Places(scored)).Where(place => place.Tied == "False")
        );
        Assert.Equal(
            new[] { one, other }.Order().Select(unit => $"{unit} 3 TIED_AT_QUOTA"),
            (await Places(scored))
                .Where(place => place.Tied == "True")
                .OrderBy(place => place.Unit)
                .Select(place => $"{place.Unit} {place.Number} {place.Proposal}")
        );
        var level = (await Ranking(scored)).GetProperty("levels")[0];
        Assert.Equal(("COMMUNE", "7", "4"), (level.Text("level"), level.Text("units"), level.Text("selfAssessed")));
        Assert.Equal(
            ["OPEN", null],
            level
                .GetProperty("undecided")
                .EnumerateArray()
                .OrderBy(waiting => waiting.Text("unitId") != $"{undecided}")
                .Select(waiting => waiting.Text("state"))
        );

        Assert.Equal("409 reporting.no-such-tie units", await Decide(scored, best, one).Refused());
        Assert.Equal("409 reporting.no-such-tie units", await Decide(scored, one, one).Refused());
        Assert.Equal("400", (await Decide(scored, one).Refused())[..3]);
        await Decide(scored, other, one).Taken();
        Assert.Equal(
            [(other, "3", "False", "WITHIN_QUOTA"), (one, "4", "False", "BEYOND_QUOTA")],
            (await Places(scored)).Where(place => place.Unit == one || place.Unit == other)
        );

        // With a third at the same points it is another tie.
        var third = await scored.Decided(45);
        Assert.Equal(3, (await Places(scored)).Count(place => place is { Tied: "True", Proposal: "TIED_AT_QUOTA" }));
        await Decide(scored, third, other, one).Taken();
        Assert.Equal(
            [third, other, one],
            (await Places(scored))
                .Where(place => place.Unit == one || place.Unit == other || place.Unit == third)
                .Select(place => place.Unit)
        );
        Assert.Equal(
            $"{other} {one}",
            await scores.Running.Reporting.Database.Scalar<string>(
                """
                select string_agg(u, ' ' order by n) from
                    (select data from chassis.journal where type like '%.score-tie-decided.v1' and unit = $1
                        union all select data from chassis.outbox where type like '%.score-tie-decided.v1' and unit = $1) told,
                    jsonb_array_elements_text(data -> 'unitIds') with ordinality as units (u, n) where jsonb_array_length(data -> 'unitIds') = 2
                """,
                scored.Province.Id
            )
        );
    }

    static Task<HttpResponseMessage> Decide(Scored scored, params Guid[] units) =>
        scored.Above.Send(
            HttpMethod.Post,
            "scores/ranking/ties",
            new
            {
                scheme = ScoresRunning.Over,
                year = 2020,
                unitId = scored.Province.Id,
                units,
                reason = "Nhiều cuộc đối thoại hơn",
            }
        );

    static Task<JsonElement> Ranking(Scored scored) => scored.Above.Read($"scores/ranking?scheme={ScoresRunning.Over}&year=2020");

    static async Task<List<(Guid Unit, string? Number, string? Tied, string? Proposal)>> Places(Scored scored) =>
        [
            .. (await Ranking(scored))
                .GetProperty("levels")[0]
                .GetProperty("ranking")
                .EnumerateArray()
                .Select(place => (place.GetProperty("unitId").GetGuid(), place.Text("number"), place.Text("tied"), place.Text("proposal"))),
        ];
}
