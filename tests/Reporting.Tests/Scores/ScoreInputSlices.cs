namespace DanVan.Reporting.Tests.Scores;

/// <summary>What may be given: points within bounds, with their grounds; criteria from above, the same for all.</summary>
public sealed class ScoreInputSlices(ScoresRunning scores)
{
    [Fact]
    public async Task Points_that_do_not_fit_are_refused_by_their_place()
    {
        await using var scored = await Scored.In(scores);
        var score = await Scored.Open(scored.Own, scored.Province.Commune);

        Assert.Equal("400 invalid-request criteria[1].points", await Assess(Scored.Sheet(tc2: 50.01m)));
        Assert.Equal("400 invalid-request criteria[0].points", await Assess(Scored.Sheet(tc1: -1)));
        Assert.Equal("400 invalid-request criteria[2].points", await Assess(Scored.Sheet(tc3: 39.999m)));
        Assert.Equal("400 invalid-request bonusGround", await Assess(Scored.Sheet(bonus: 1)));
        Assert.Equal("400 invalid-request bonus", await Assess(Scored.Sheet(bonus: 3.01m, ground: "mô hình")));
        Assert.Equal("400 invalid-request criteria", await Assess(new { criteria = new[] { Given("TC1"), Given("TC2") } }));
        Assert.Equal(
            "400 invalid-request criteria[1].code criteria[2].code",
            await Assess(new { criteria = new[] { Given("TC1"), Given("TC1"), Given("TC9") } })
        );
        await scored.Assess(score);
        Assert.Equal(
            "400 invalid-request criteria[1].reason",
            await scored.Above.Change(HttpMethod.Put, score, "review", Scored.Review(tc2: 49, reason: null)).Refused()
        );
        await scored.Reviewed(score, Scored.Review(reason: null));
        Assert.Equal(
            "400 invalid-request deductionGround",
            await scored.Above.Change(HttpMethod.Post, score, "decisions", new { deduction = 1 }).Refused()
        );
        Assert.Equal("428", (await scored.Above.Send(HttpMethod.Post, $"{score}/decisions", new { }).Refused())[..3]);

        Task<string> Assess(object sheet) => scored.Own.Change(HttpMethod.Put, score, "self-assessment", sheet).Refused();
        static object Given(string code) =>
            new
            {
                code,
                points = 1,
                explanation = "đủ",
            };
    }

    [Fact]
    public async Task Criteria_that_a_scheme_leaves_open_come_from_above_with_the_first_assessment_and_are_the_same_for_all()
    {
        await using var scored = await Scored.In(scores);
        Assert.Equal("400 invalid-request criteria", await Open(scored.Own, scored.Province.Commune, null));
        Assert.Equal("409 reporting.criteria-from-above criteria", await Open(scored.Own, scored.Province.Commune, ScoresRunning.Criteria));
        Assert.Equal("400 invalid-request criteria", await Open(scored.Above, scored.Province.Commune, ScoresRunning.Criteria[..2]));
        await Scored.Open(scored.Above, scored.Province.OtherCommune, ScoresRunning.Open, 2021, ScoresRunning.Criteria);
        Assert.Equal(
            "409 reporting.other-criteria criteria",
            await Open(scored.Own, scored.Province.Commune, ScoresRunning.Criteria.Reverse().ToArray())
        );

        var score = await Scored.Open(scored.Own, scored.Province.Commune, ScoresRunning.Open, 2021);

        Assert.Equal(
            "TC1 TC2 TC3",
            string.Join(' ', (await scored.Own.Read(score)).GetProperty("criteria").EnumerateArray().Select(one => one.Text("code")))
        );
        Assert.Equal(score, await Scored.Open(scored.Above, scored.Province.Commune, ScoresRunning.Open, 2021));

        Task<string> Open(HttpClient client, Guid unit, object? criteria) =>
            client.Send(HttpMethod.Post, "scores/assessments", Scored.Opening(unit, ScoresRunning.Open, 2021, criteria)).Refused();
    }
}
