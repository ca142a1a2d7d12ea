using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>The names entered beside what a decision declares.</summary>
[Collection<Slice>]
public sealed class RecipientTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

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
    public async Task An_id_that_stands_for_a_name_of_one_decision_stands_for_none_of_another()
    {
        var (one, other) = (await clerk.Posted("decisions", Decision()), await clerk.Posted("decisions", Decision()));
        var recipient = Recipient("Lê Văn B");
        recipient["id"] = Guid.CreateVersion7();
        await clerk.Posted($"decisions/{one.Text("id")}/recipients", Recipients(recipient.DeepClone().AsObject()));

        var answer = await clerk.Post($"decisions/{other.Text("id")}/recipients", Recipients(recipient));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(0, (await clerk.Get($"decisions/{other.Text("id")}")).Number("entered", "total"));
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
    public async Task A_name_is_refused_where_the_form_is_not_for_its_kind()
    {
        var flag = Decision();
        (flag["form"], flag["declared"]) = ("CO_THI_DUA_TINH", new JsonObject { ["collectives"] = 1 });
        var id = (await clerk.Posted("decisions", flag)).Text("id");

        var problem = await (await clerk.Post($"decisions/{id}/recipients", Recipients(Recipient("Lê Văn B")))).Read(
            HttpStatusCode.Conflict
        );

        Assert.Equal("awards.form-not-for-kind", problem.Text("code"));
        Assert.NotNull(problem["errors"]!["recipients[0].kind"]);
    }
}
