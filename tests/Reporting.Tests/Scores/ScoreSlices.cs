using System.Net;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Scores;

/// <summary>A unit scores itself, a unit above reviews and decides; what was decided stays readable.</summary>
public sealed class ScoreSlices(ScoresRunning scores)
{
    static readonly int thisYear = TimeProvider.System.Today().Year;

    [Fact]
    public async Task A_unit_scores_itself_is_reviewed_criterion_by_criterion_and_decided_with_every_rule()
    {
        await using var scored = await Scored.In(scores);
        var score = await Scored.Open(scored.Own, scored.Province.Commune);

        await scored.Assess(score, Scored.Sheet(tc2: 48, bonus: 2, ground: "Mô hình được công nhận"));
        var reviewed = await scored.Reviewed(score, Scored.Review(tc2: 46.5m));
        var decided = await scored.Decide(
            score,
            new
            {
                bonus = 1.5,
                bonusGround = "Mô hình được công nhận",
                findings = new[] { new { finding = "LEADER_REPRIMANDED", ground = "Quyết định 31" } },
            }
        );

        var second = reviewed.GetProperty("criteria")[1];
        Assert.Equal(("48", "46.5", "thẩm định"), (second.Text("ownPoints"), second.Text("reviewedPoints"), second.Text("reason")));
        Assert.Equal("100", reviewed.GetProperty("own").Text("total"));
        var document = decided.GetProperty("decided").GetProperty("document");
        Assert.Equal(("DECIDED", "Mô hình được công nhận"), (decided.Text("state"), document.Text("bonusGround")));
        Assert.Equal("98.0 GOOD True: POINTS EXCELLENT, CAP GOOD LEADER_REPRIMANDED", Judged(document.GetProperty("score")));
    }

    [Fact]
    public async Task A_unit_that_did_not_score_itself_is_knocked_out_and_nobody_enters_that()
    {
        await using var scored = await Scored.In(scores);
        var score = await Scored.Open(scored.Above, scored.Province.Commune);
        await scored.Reviewed(score);

        var entered = new { findings = new[] { new { finding = "NO_SELF_ASSESSMENT", ground = "không gửi" } } };
        Assert.Equal(
            "400 invalid-request findings[0].finding",
            await scored.Above.Change(HttpMethod.Post, score, "decisions", entered).Refused()
        );
        var document = (await scored.Decide(score)).GetProperty("decided").GetProperty("document");

        Assert.Equal(
            "100 NOT_COMPLETED False: POINTS EXCELLENT, KNOCK_OUT NOT_COMPLETED NO_SELF_ASSESSMENT",
            Judged(document.GetProperty("score"))
        );
        Assert.Equal("NO_SELF_ASSESSMENT", document.GetProperty("findings")[0].Text("finding"));
        // Also without any points.
        var other = await Scored.Open(scored.Above, scored.Province.OtherCommune);
        Assert.Equal(
            "NOT_COMPLETED",
            (await scored.Decide(other)).GetProperty("decided").GetProperty("document").GetProperty("score").Text("rank")
        );
    }

    [Fact]
    public async Task What_is_decided_anew_needs_a_reason_and_keeps_the_decision_before()
    {
        await using var scored = await Scored.In(scores);
        var score = await Scored.Open(scored.Own, scored.Province.Commune);
        await scored.Assess(score);
        await scored.Reviewed(score);
        await scored.Decide(score);

        Assert.Equal(
            "400 reporting.new-decision-needs-reason reason",
            await scored.Above.Change(HttpMethod.Post, score, "decisions", new { }).Refused()
        );
        Assert.Equal(
            "409 reporting.score-is-reviewed",
            await scored.Own.Change(HttpMethod.Put, score, "self-assessment", Scored.Sheet()).Refused()
        );
        var under = await scored.Reviewed(score, Scored.Review(tc3: 20));
        Assert.Equal(("REVIEWED", "100"), (under.Text("state"), under.GetProperty("decided").Text("total")));
        await scored.Decide(score, new { reason = "Điểm TC3 tính nhầm" });

        var steps = (await scored.Own.Read($"{score}/history")).EnumerateArray().ToList();
        Assert.Equal(
            "SELF_ASSESSMENT 100, REVIEW 100, DECISION 100, REVIEW 80, DECISION 80",
            string.Join(", ", steps.Select(step => $"{step.Text("kind")} {step.Text("total")}"))
        );
        Assert.Equal(
            ("1", null, "2", "Điểm TC3 tính nhầm"),
            (Document(2).Text("number"), Document(2).Text("reason"), Document(4).Text("number"), Document(4).Text("reason"))
        );
        var id = score.Split('/')[^1];
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            scores.Running.Reporting.Database.Execute("update score_steps set total = 99 where assessment_id = $1::uuid", Guid.Parse(id))
        );
        Assert.Equal("42501", refused.SqlState);
        Assert.Equal(
            "score-assessment-opened, score-self-assessed, score-reviewed, score-decided, score-reviewed, score-decided",
            await Told($"score-assessment/{id}")
        );

        JsonElement Document(int step) => steps[step].GetProperty("document");
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_is_taken_and_the_other_is_412()
    {
        await using var scored = await Scored.In(scores);
        var score = await Scored.Open(scored.Own, scored.Province.Commune);
        await scored.Assess(score);
        var version = (await scored.Reviewed(score)).GetProperty("version").GetInt32();

        var sent = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => scored.Above.Send(HttpMethod.Post, $"{score}/decisions", new { }, version))
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], sent.Select(answer => answer.StatusCode).Order());
        Assert.Equal(1, (await scored.Own.Read($"{score}/history")).EnumerateArray().Count(step => step.Text("kind") == "DECISION"));
    }

    [Fact]
    public async Task Nothing_is_done_before_its_first_day_and_what_comes_after_the_last_is_told_as_late()
    {
        await using var scored = await Scored.In(scores);
        var soon = await Scored.Open(scored.Own, scored.Province.Commune, year: thisYear + 1);
        Assert.Equal(
            "409 reporting.stage-not-begun",
            await scored.Own.Change(HttpMethod.Put, soon, "self-assessment", Scored.Sheet()).Refused()
        );
        Assert.Equal("409 reporting.stage-not-begun", await scored.Above.Change(HttpMethod.Put, soon, "review", Scored.Review()).Refused());
        Assert.Equal("409 reporting.stage-not-begun", await scored.Above.Change(HttpMethod.Post, soon, "decisions", new { }).Refused());

        var late = await Scored.Open(scored.Own, scored.Province.Commune);
        Assert.Equal("True", (await scored.Assess(late)).GetProperty("own").Text("late"));
        await scored.Reviewed(late);
        var decided = await scored.Decide(late);
        Assert.Equal("True", decided.GetProperty("decided").Text("late"));
        Assert.Equal(
            "100 EXCELLENT True: POINTS EXCELLENT",
            Judged(decided.GetProperty("decided").GetProperty("document").GetProperty("score"))
        );
        Assert.Equal(
            "SELF_SCORE 2020-12-10 2020-12-15, CONSOLIDATION 2020-12-16 2020-12-31, REVIEW 2021-01-01 2021-03-31",
            string.Join(
                ", ",
                decided.GetProperty("stages").EnumerateArray().Select(s => $"{s.Text("stage")} {s.Text("from")} {s.Text("to")}")
            )
        );

        var inTime = await Scored.Open(scored.Above, scored.Province.Commune, ScoresRunning.Open, thisYear, ScoresRunning.Criteria);
        Assert.Equal(
            "409 reporting.unit-may-still-score",
            await scored.Above.Change(HttpMethod.Post, inTime, "decisions", new { }).Refused()
        );
        Assert.Equal("False", (await scored.Assess(inTime)).GetProperty("own").Text("late"));
    }

    [Fact]
    public async Task Only_the_unit_scores_itself_only_a_unit_above_reviews_and_decides_and_a_neighbour_finds_nothing()
    {
        await using var scored = await Scored.In(scores);
        var score = await Scored.Open(scored.Own, scored.Province.Commune);

        Assert.Equal(
            "409 reporting.own-unit-scores",
            await scored.Above.Change(HttpMethod.Put, score, "self-assessment", Scored.Sheet()).Refused()
        );
        await scored.Assess(score);
        Assert.Equal(
            "409 reporting.unit-above-decides",
            await scored.Own.Change(HttpMethod.Put, score, "review", Scored.Review()).Refused()
        );
        Assert.Equal("409 reporting.unit-above-decides", await scored.Own.Change(HttpMethod.Post, score, "decisions", new { }).Refused());
        Assert.Equal("409 reporting.score-not-reviewed", await scored.Above.Change(HttpMethod.Post, score, "decisions", new { }).Refused());

        foreach (
            var (method, path, body) in new (HttpMethod, string, object?)[]
            {
                (HttpMethod.Get, "", null),
                (HttpMethod.Get, "/history", null),
                (HttpMethod.Put, "/self-assessment", Scored.Sheet()),
                (HttpMethod.Put, "/review", Scored.Review()),
                (HttpMethod.Post, "/decisions", new { }),
            }
        )
            Assert.StartsWith("404", await scored.Neighbour.Send(method, $"{score}{path}", body, 2).Refused(), StringComparison.Ordinal);
        Assert.Empty((await scored.Neighbour.Read("scores/assessments")).GetProperty("items").EnumerateArray());
        Assert.Equal(
            "404 reporting.unknown-unit unitId",
            await scored
                .Neighbour.Send(HttpMethod.Post, "scores/assessments", Scored.Opening(scored.Province.Commune, ScoresRunning.Over, 2020))
                .Refused()
        );
        Assert.Equal(
            "404 reporting.unknown-unit unitId",
            await scored
                .Neighbour.Send(HttpMethod.Get, $"scores/ranking?scheme={ScoresRunning.Over}&year=2020&unitId={scored.Province.Id}")
                .Refused()
        );
    }

    static string Judged(JsonElement score) =>
        $"{score.Text("total")} {score.Text("rank")} {score.Text("mayBeProposed")}: "
        + string.Join(
            ", ",
            score
                .GetProperty("reasons")
                .EnumerateArray()
                .Select(one => $"{one.Text("rule")} {one.Text("rank")} {one.Text("finding")}".TrimEnd())
        );

    Task<string> Told(string subject) =>
        scores.Running.Reporting.Database.Scalar<string>(
            """
            select string_agg(split_part(type, '.', 4), ', ' order by version) from
                (select type, version, subject from chassis.journal union all select type, version, subject from chassis.outbox) told
            where subject = $1
            """,
            subject
        );
}
