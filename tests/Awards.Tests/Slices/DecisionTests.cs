using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

[Collection<Slice>]
public sealed class DecisionTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task The_award_of_the_article_keeps_what_is_declared_beside_what_is_named()
    {
        var movement = await clerk.Posted("movements", Movement());
        var made = await clerk.Posted("decisions", Decision(movement: movement.Text("id")));

        var decision = await clerk.Get($"decisions/{made.Text("id")}");

        Assert.Equal("UNNAMED", decision.Text("reconciliation"));
        Assert.Equal((5, 10), (decision.Number("declared", "collectives"), decision.Number("declared", "individuals")));
        Assert.Equal(0, decision.Number("entered", "total"));
        Assert.Equal(29_800_000, decision.Number("money", "total"));
        Assert.Equal("ND_91_2017", decision["law"]!.Text("id"));
        Assert.Equal("PRESENTED_ON", decision["money"]!.Text("basisIs"));
        Assert.Equal(
            ["number", "decidedOn", "declared.households"],
            decision["notStated"]!.AsArray().Select(fact => fact!.GetValue<string>())
        );

        var numbers = (await clerk.Get($"statistics?movementId={movement.Text("id")}"))["decisions"]!;
        Assert.Equal((1, 1), (numbers.Number("total"), numbers.Number("unnamed")));
        Assert.Equal(
            (5, 10, 15),
            (numbers.Number("collectives", "declared"), numbers.Number("individuals", "declared"), numbers.Number("recipients", "declared"))
        );
        Assert.Equal(0, numbers.Number("recipients", "named"));
    }

    [Fact]
    public async Task Its_event_tells_numbers_and_no_name()
    {
        var body = Decision();
        body["recipients"] = new JsonArray(Recipient("Nguyễn Thị Thử"));
        var id = (await clerk.Posted("decisions", body)).Text("id");

        var data = JsonNode.Parse(await Announced(id, "vn.danvan.awards.award-decision-issued.v1"))!;

        Assert.Equal(
            (5, 10, 1),
            (data.Number("declaredCollectives"), data.Number("declaredIndividuals"), data.Number("enteredRecipients"))
        );
        Assert.Null(data["number"]);
        Assert.DoesNotContain("Nguyễn", data.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_counted_against_the_declared_numbers()
    {
        var body = Decision();
        body["declared"] = new JsonObject { ["collectives"] = 1, ["individuals"] = 1 };
        var path = $"decisions/{(await clerk.Posted("decisions", body)).Text("id")}/recipients";

        var first = await clerk.Posted(path, Recipients(Recipient("Xã Một", "COLLECTIVE")));
        var second = await clerk.Posted(path, Recipients(Recipient("Lê Văn B")));
        var third = await clerk.Posted(path, Recipients(Recipient("Lê Văn C")));

        Assert.Equal(
            ["INCOMPLETE_LIST", "COMPLETE", "MORE_THAN_DECLARED"],
            new[] { first, second, third }.Select(x => x.Text("reconciliation"))
        );
        Assert.Equal(3, (await clerk.Get(path))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_list_with_ids_of_ones_own_is_entered_once_however_often_it_is_sent()
    {
        var path = $"decisions/{(await clerk.Posted("decisions", Decision())).Text("id")}/recipients";
        var recipient = Recipient("Lê Văn B");
        recipient["id"] = Guid.CreateVersion7();

        await clerk.Posted(path, Recipients(recipient.DeepClone().AsObject()));
        var again = await clerk.Posted(path, Recipients(recipient));

        Assert.Equal((1, 2), (again.Number("entered", "individuals"), again.Number("version")));
    }

    [Fact]
    public async Task One_achievement_is_not_rewarded_twice_in_a_movement()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var first = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");
        var second = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");
        await clerk.Posted($"decisions/{first}/recipients", Recipients(Recipient("Nguyễn Thị Hòa")));

        var again = await clerk.Post($"decisions/{second}/recipients", Recipients(Recipient("nguyễn thị hoà")));
        var problem = await again.Read(HttpStatusCode.Conflict);

        Assert.Equal("awards.achievement-rewarded", problem.Text("code"));
        Assert.Contains(first, problem.Text("detail"), StringComparison.Ordinal);
        Assert.NotNull(problem["errors"]!["recipients[0].name"]);
        Assert.Equal(0, (await clerk.Get($"decisions/{second}")).Number("entered", "total"));
    }

    [Fact]
    public async Task Of_ten_entries_of_one_name_at_the_same_moment_one_is_taken()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(async _ => (await clerk.Posted("decisions", Decision(movement: movement))).Text("id"))
        );

        var answers = await Task.WhenAll(
            decisions.Select(id => clerk.Post($"decisions/{id}/recipients", Recipients(Recipient("Trần Thị Đông"))))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_board_proposes_a_certificate_of_merit_and_cannot_issue_it()
    {
        Assert.Equal(
            "awards.issuer-has-no-authority",
            await (await clerk.Post("decisions", Decision(issuer: AwardsRunning.Board))).Refusal()
        );
        Assert.Equal(HttpStatusCode.Created, (await clerk.Post("decisions", Decision(issuer: AwardsRunning.Committee))).StatusCode);
    }

    [Fact]
    public async Task The_number_that_was_not_stated_is_added_by_who_read_the_latest_version()
    {
        var id = (await clerk.Posted("decisions", Decision())).Text("id");
        var tag = (await clerk.GetAsync($"{Calls.Awards}/decisions/{id}")).Headers.ETag!;

        Assert.Equal(
            HttpStatusCode.PreconditionRequired,
            (await clerk.Send(HttpMethod.Put, $"decisions/{id}/reference", Reference())).StatusCode
        );
        var stated = await (await clerk.Send(HttpMethod.Put, $"decisions/{id}/reference", Reference(), tag)).Read();
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await clerk.Send(HttpMethod.Put, $"decisions/{id}/reference", Reference(), tag)).StatusCode
        );

        Assert.Equal(("1234/QĐ-UBND-HC", "DECIDED_ON"), (stated.Text("number"), stated["money"]!.Text("basisIs")));
    }

    [Fact]
    public async Task A_revoked_decision_stays_counted_as_awarded_and_not_in_the_net()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var id = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");

        var revoked = await clerk.Posted($"decisions/{id}/revocation", Revocation());

        Assert.Equal("REVOKED", revoked.Text("state"));
        Assert.Equal(29_800_000, revoked.Number("money", "toRecover"));
        Assert.Equal("FALSE_DECLARATION", revoked["revocations"]![0]!.Text("ground"));
        var recipients = (await clerk.Get($"statistics?movementId={movement}"))["decisions"]!["recipients"]!;
        Assert.Equal((15, 15, 0), (recipients.Number("asAwarded"), recipients.Number("revoked"), recipients.Number("netOfRevocations")));
        Assert.Equal("awards.revoked", await (await clerk.Post($"decisions/{id}/revocation", Revocation())).Refusal());
    }

    [Fact]
    public async Task Who_lost_an_award_may_be_rewarded_again()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var id = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");
        await clerk.Posted($"decisions/{id}/recipients", Recipients(Recipient("Lê Văn B"), Recipient("Lê Văn C")));
        var listed = (await clerk.Get($"decisions/{id}/recipients"))["items"]!.AsArray();
        var lost = listed.Single(recipient => recipient!.Text("name") == "Lê Văn B")!.Text("id");
        var revocation = Revocation();
        revocation["recipientIds"] = new JsonArray(lost);

        var revoked = await clerk.Posted($"decisions/{id}/revocation", revocation);

        Assert.Equal(("PARTLY_REVOKED", 1_490_000), (revoked.Text("state"), revoked.Number("money", "toRecover")));
        var other = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post($"decisions/{other}/recipients", Recipients(Recipient("Lê Văn B")))).StatusCode);
    }

    [Fact]
    public async Task An_id_of_ones_own_makes_entering_twice_harmless_and_never_hides_another_content()
    {
        var body = Decision();
        var id = $"{Guid.CreateVersion7()}";
        body["id"] = id;
        body["recipients"] = new JsonArray(Recipient("Lê Văn B"));

        var first = await clerk.Post("decisions", body);
        await clerk.Posted($"decisions/{id}/revocation", Revocation());
        var again = await clerk.Post("decisions", body);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal("REVOKED", (await again.Read()).Text("state"));
        body["reason"] = "Lý do khác";
        Assert.Equal("awards.id-taken", await (await clerk.Post("decisions", body)).Refusal());
    }

    [Fact]
    public async Task A_form_is_refused_for_whom_it_is_not_meant()
    {
        var flag = Decision();
        flag["form"] = "CO_THI_DUA_TINH";

        var problem = await (await clerk.Post("decisions", flag)).Read(HttpStatusCode.Conflict);

        Assert.Equal("awards.form-not-for-kind", problem.Text("code"));
        Assert.NotNull(problem["errors"]!["declared.individuals"]);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged()
    {
        var conference = Guid.CreateVersion7();
        for (var i = 0; i < 3; i++)
        {
            var body = Decision();
            body["conferenceId"] = conference;
            await clerk.Posted("decisions", body);
        }

        var first = await clerk.Get($"decisions?conferenceId={conference}&limit=2&from=2022-12-01&to=2022-12-31");
        var second = await clerk.Get($"decisions?conferenceId={conference}&limit=2&after={first.Text("next")}");

        Assert.Equal((2, 1), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count));
        Assert.Null(second["next"]);
    }

    Task<string> Announced(string decision, string type) =>
        running.Service.Database.Scalar<string>(
            """
            select data::text from (select type, subject, data from chassis.outbox union all select type, subject, data from chassis.journal) e
            where type = $1 and subject = $2
            """,
            type,
            $"award-decision/{decision}"
        );
}
