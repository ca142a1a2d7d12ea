using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;
using static DanVan.Directory.Tests.Slices.ReorganisationBodies;

namespace DanVan.Directory.Tests.Slices;

/// <summary>A reorganisation as a draft, up to its signature.</summary>
[Collection<ReorganisationDirectory>]
public class ReorganisationSlices(ReorganisationRunning running)
{
    readonly HttpClient root = running.As(RootUnit.Id);

    [Fact]
    public async Task A_draft_that_cannot_be_carried_out_names_each_item_and_its_rule_and_is_not_kept()
    {
        var (province, one, other) = await running.Province("01");
        var before = (await root.Send(HttpMethod.Get, "/?limit=1000").Done()).GetProperty("items").GetArrayLength();

        var (status, problem) = await root.Send(
            HttpMethod.Post,
            "/",
            Draft(
                Later,
                Merge(province, "01002", one, other),
                Rename(one),
                new
                {
                    kind = "RECODE",
                    units = new[] { province },
                    code = "123",
                }
            )
        );

        Assert.Equal((409, "reorganisations.cannot-be-carried-out"), (status, problem.Text("code")));
        Assert.Equal(
            ["1 reorganisations.ends-already", "2 units.malformed-code"],
            problem.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("item").GetInt32()} {item.Text("rule")}")
        );
        Assert.Contains(
            "ends by item 0",
            problem.GetProperty("errors").GetProperty("items[1].units")[0].GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(before, (await root.Send(HttpMethod.Get, "/?limit=1000").Done()).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"kind":"MERGE","units":["{unit}"],"name":"a","fullName":"a","unitKind":"COMMUNE"}""", "items[0].parentId")]
    [InlineData("""{"kind":"RENAME","units":["{unit}"],"name":"a"}""", "items[0].fullName")]
    [InlineData("""{"kind":"RENAME","units":["{unit}"],"name":"a","fullName":"a","code":"82"}""", "items[0].code")]
    [InlineData("""{"kind":"ABOLISH","units":["{unit}","00000000-0000-7000-8000-000000000001"]}""", "items[0].units")]
    [InlineData("""{"kind":"ABOLISH","units":[]}""", "items[0].units")]
    [InlineData("""{"kind":"SPLIT","units":["{unit}"]}""", "items[0].parts")]
    [InlineData("""{"kind":"SPLIT","units":["{unit}"],"parts":[]}""", "items[0].parts")]
    [InlineData("""{"kind":"SPLIT","units":["{unit}"],"parts":[{"name":"a","kind":"COMMUNE"}]}""", "items[0].parts[0].fullName")]
    [InlineData(
        """{"kind":"SPLIT","units":["{unit}"],"parts":[{"id":"00000000-0000-7000-8000-000000000002","name":"a","fullName":"a","kind":"COMMUNE"}],"name":"a"}""",
        "items[0].name"
    )]
    [InlineData(
        """{"kind":"SPLIT","units":["{unit}"],"parts":[{"id":"00000000-0000-7000-8000-000000000002","name":"a","fullName":"a","kind":"COMMUNE"}],"heirId":"{unit}"}""",
        "items[0].heirId"
    )]
    [InlineData(
        """{"kind":"SPLIT","units":["{unit}"],"parts":[{"id":"00000000-0000-7000-8000-000000000002","name":"a","fullName":"a","kind":"COMMUNE"}],"livesOn":true,"heirId":"00000000-0000-7000-8000-000000000002"}""",
        "items[0].heirId"
    )]
    [InlineData(
        """{"kind":"SPLIT","units":["{unit}","00000000-0000-7000-8000-000000000001"],"parts":[{"id":"00000000-0000-7000-8000-000000000002","name":"a","fullName":"a","kind":"COMMUNE"}]}""",
        "items[0].units"
    )]
    [InlineData("""{"kind":"RENAME","units":["{unit}"],"name":"a","fullName":"a","livesOn":false}""", "items[0].livesOn")]
    [InlineData("""{"kind":"SPLINTER","units":["{unit}"]}""", "items[0].kind")]
    [InlineData("""{"kind":"ABOLISH","units":["{unit}"],"reason":"a"}""", "items[0].reason")]
    public async Task An_item_has_the_members_of_its_kind(string item, string field)
    {
        var items = JsonSerializer.Deserialize<JsonElement>(item.Replace("{unit}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal));
        var (status, problem) = await root.Send(HttpMethod.Post, "/", Draft(Later, items));

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Fact]
    public async Task A_split_that_cannot_be_carried_out_names_the_part_and_its_member_and_one_that_can_gives_its_parts_their_identity()
    {
        var (_, one, _) = await running.Province("21");
        object Split(string code) =>
            new
            {
                kind = "SPLIT",
                units = new[] { one },
                parts = new[] { Part("21001"), Part(code) },
            };
        static object Part(string code) =>
            new
            {
                name = "Phần",
                fullName = "Xã Phần",
                kind = "COMMUNE",
                code,
            };

        var (status, problem) = await root.Send(HttpMethod.Post, "/", Draft(Later, Split("21002")));
        Assert.Equal(409, status);
        Assert.Equal("units.code-in-use", Assert.Single(problem.GetProperty("items").EnumerateArray()).Text("rule"));
        Assert.True(problem.GetProperty("errors").TryGetProperty("items[0].parts[1].code", out _), problem.ToString());

        var draft = await root.Send(HttpMethod.Post, "/", Draft(Later, Split("21003"))).Done();
        var ids = draft.GetProperty("items")[0].GetProperty("parts").EnumerateArray().Select(part => part.Id()).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        var drafted = await running.Service.Database.Scalar<string>(
            "select data ->> 'newUnitIds' from chassis.journal where subject = $1",
            $"reorganisation-plan/{draft.Id()}"
        );
        Assert.Equal(ids, JsonSerializer.Deserialize<Guid[]>(drafted!));
    }

    [Fact]
    public async Task A_draft_is_changed_and_withdrawn_until_it_is_signed_and_never_after()
    {
        var (province, one, other) = await running.Province("04");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one))).Done()).Id();
        var changed = await root.Send(HttpMethod.Put, $"/{id}", Draft(Later, Merge(province, null, one, other))).Done();
        Assert.Equal("MERGE", changed.GetProperty("items")[0].Text("kind"));
        await root.Send(HttpMethod.Post, $"/{id}/withdrawal", new { reason = "Thôi" }).Done();
        Assert.Equal("WITHDRAWN", await root.State(id));

        var signed = await root.Signed(Draft(Later, Rename(one)));
        foreach (
            var (method, path, body) in new[]
            {
                (HttpMethod.Put, "", Draft(Later, Rename(other))),
                (HttpMethod.Post, "/withdrawal", new { reason = "Thôi" }),
                (HttpMethod.Post, "/impact", (object?)null),
                (HttpMethod.Post, "/signature", Signature()),
            }
        )
        {
            var (status, problem) = await root.Send(method, $"/{signed}{path}", body);
            Assert.Equal((409, "reorganisations.no-draft"), (status, problem.Text("code")));
        }
        Assert.Equal("SIGNED", await root.State(signed));
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_shown_as_unanswered_after_the_limit_and_only_then_it_is_signed()
    {
        var (_, one, _) = await running.Province("06");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one))).Done()).Id();
        Assert.Equal(
            "reorganisations.impact-not-asked",
            (await root.Send(HttpMethod.Post, $"/{id}/signature", Signature())).Body.Text("code")
        );

        var asked = await root.Send(HttpMethod.Post, $"/{id}/impact").Done();
        Assert.Equal(["awards", "conferences", "petitions", "reporting"], Services(asked, "WAITING"));
        Assert.Equal(
            "reorganisations.still-answering",
            (await root.Send(HttpMethod.Post, $"/{id}/signature", Signature())).Body.Text("code")
        );
        await Eventually.True(
            "four services shown as unanswered",
            async () => Services(await root.Send(HttpMethod.Get, $"/{id}/impact").Done(), "UNANSWERED").Length == 4
        );

        var signed = await root.Send(HttpMethod.Post, $"/{id}/signature", Signature()).Done();
        Assert.Equal(4, signed.GetProperty("unanswered").GetArrayLength());
        Assert.Equal("NQ 7/TEST", signed.Text("legalBasis"));
    }

    [Fact]
    public async Task Signing_checks_the_draft_once_more()
    {
        var (_, one, _) = await running.Province("08");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Rename(one))).Done()).Id();
        await root.Send(HttpMethod.Post, $"/{id}/impact").Done();
        await root.Post($"/api/v1/units/{one}/abolition", new { on = "2098-01-01", legalBasis = "NQ 1/TEST" });

        await Eventually.True(
            "the signature to be refused for the unit that has ended",
            async () =>
                (await root.Send(HttpMethod.Post, $"/{id}/signature", Signature())) is (409, var problem)
                && problem.Text("code") == "reorganisations.cannot-be-carried-out"
                && problem.GetProperty("items")[0].Text("rule") == "units.already-ended"
        );
        Assert.Equal("DRAFT", await root.State(id));
    }

    [Fact]
    public async Task A_signed_one_is_followed_by_another_and_not_broken_by_one()
    {
        var (province, one, other) = await running.Province("11");
        var merged = Guid.CreateVersion7();
        await root.Signed(Draft(Later, Merge(province, "11001", merged, [one, other])));

        await root.Send(HttpMethod.Post, "/", Draft(Later.AddYears(1), Rename(merged))).Done();
        var (status, problem) = await root.Send(HttpMethod.Post, "/", Draft(Later.AddYears(-1), Abolish(one)));
        Assert.Equal((409, "reorganisations.breaks-a-signed-one"), (status, problem.Text("code")));
    }

    static string[] Services(JsonElement report, string state) =>
        [
            .. report
                .GetProperty("services")
                .EnumerateArray()
                .Where(service => service.Text("state") == state)
                .Select(service => service.Text("service")!)
                .Order(),
        ];
}
