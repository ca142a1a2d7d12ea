using System.Net;
using System.Net.Http.Headers;
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
        await clerk.Posted($"decisions/{id}/recipients", Recipients(Recipient("Nguyễn Thị Thử Hai")));
        await clerk.Posted($"decisions/{id}/revocation", Revocation());
        var revoked = JsonNode.Parse(await Announced(id, "vn.danvan.awards.award-revoked.v1"))!;
        Assert.Equal(
            (5, 10, null),
            (revoked.Number("revokedCollectives"), revoked.Number("revokedIndividuals"), revoked["revokedHouseholds"])
        );
        Assert.Equal((3, 0), (await Announcements(id), await Announcements(id, "%Nguyễn%")));
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
    public async Task Statistics_tell_declared_from_named_and_count_by_the_day_of_the_decision()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        await clerk.Posted("decisions", Decision(movement: movement));
        await clerk.Posted("decisions", Decision(movement: movement));
        var undeclared = Decision(movement: movement);
        undeclared.Remove("declared");
        undeclared["recipients"] = new JsonArray(Recipient("Lê Văn B"), Recipient("Lê Văn C"));
        var id = (await clerk.Posted("decisions", undeclared)).Text("id");
        var revocation = Revocation();
        var listed = (await clerk.Get($"decisions/{id}/recipients"))["items"]!;
        revocation["recipientIds"] = new JsonArray(listed[0]!.Text("id"));
        await clerk.Posted($"decisions/{id}/revocation", revocation);

        var numbers = (await clerk.Get($"statistics?movementId={movement}&from=2022-12-29&to=2022-12-29"))["decisions"]!;
        var individuals = numbers["individuals"]!;

        Assert.Equal(
            (3, 0, 1, 2),
            (numbers.Number("total"), numbers.Number("revoked"), numbers.Number("partlyRevoked"), numbers.Number("unnamed"))
        );
        Assert.Equal((20, 1, 2), (individuals.Number("declared"), individuals.Number("notDeclaredIn"), individuals.Number("named")));
        Assert.Equal((22, 1, 21), (individuals.Number("asAwarded"), individuals.Number("revoked"), individuals.Number("netOfRevocations")));
        Assert.Equal(0, (await clerk.Get($"statistics?movementId={movement}&from=2022-12-30")).Number("decisions", "total"));
        Assert.Equal(0, (await clerk.Get($"statistics?movementId={movement}&to=2022-12-28")).Number("decisions", "total"));
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
    public async Task A_decision_is_entered_once_by_its_form_number_and_day()
    {
        var body = Decision();
        (body["number"], body["decidedOn"]) = ($"{Guid.CreateVersion7():N}/QĐ-UBND", "2022-12-20");
        await clerk.Posted("decisions", body);

        body["number"] = body.Text("number").ToUpperInvariant();
        Assert.Equal("awards.decision-already-exists", await (await clerk.Post("decisions", body)).Refusal());
        body["form"] = "GIAY_KHEN";
        await clerk.Posted("decisions", body);
    }

    [Fact]
    public async Task A_day_is_not_stated_on_which_the_issuer_had_no_authority()
    {
        var body = Decision(issuer: AwardsRunning.Board);
        (body["form"], body["decidedOn"], body["declared"]) = ("GIA_DINH_VAN_HOA", "2025-06-30", new JsonObject { ["households"] = 1 });
        body.Remove("presentedOn");
        var id = (await clerk.Posted("decisions", body)).Text("id");
        var reference = new JsonObject { ["decidedOn"] = "2025-07-01" };

        var answer = await clerk.Send(HttpMethod.Put, $"decisions/{id}/reference", reference, EntityTagHeaderValue.Any);

        Assert.Equal("awards.issuer-has-no-authority", await answer.Refusal());
    }

    [Theory]
    [InlineData("form=BANG_KHEN_TINH", true)]
    [InlineData("form=GIAY_KHEN", false)]
    [InlineData("state=ISSUED", true)]
    [InlineData("state=REVOKED", false)]
    [InlineData("from=2022-12-29", true)]
    [InlineData("from=2022-12-30", false)]
    [InlineData("to=2022-12-29", true)]
    [InlineData("to=2022-12-28", false)]
    [InlineData("conferenceId={new}", false)]
    public async Task Each_filter_keeps_what_it_names(string filter, bool kept)
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        await clerk.Posted("decisions", Decision());
        var id = (await clerk.Posted("decisions", Decision(movement: movement))).Text("id");

        var query = filter.Replace("{new}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal);
        var found = (await clerk.Get($"decisions?movementId={movement}&{query}"))["items"]!.AsArray().Select(line => line!.Text("id"));

        Assert.Equal(kept ? [id] : [], found);
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

    Task<long> Announcements(string decision, string like = "%") =>
        running.Service.Database.Scalar<long>(
            """
            select count(*) from (select subject, data from chassis.outbox union all select subject, data from chassis.journal) e
            where subject = $1 and data::text like $2
            """,
            $"award-decision/{decision}",
            like
        );

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
