using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

[Collection(nameof(Slices))]
public sealed class RecordTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task What_the_source_does_not_state_stays_not_stated()
    {
        var conference = await clerk.Enter(Planned());

        Assert.Null(conference["place"]);
        Assert.Null(conference["partOfDay"]);
        Assert.Null(conference["declaredKeyTasks"]);
        Assert.Equal("NOT_DECLARED", conference.Text("listStatus"));
        Assert.False(conference["centralChairStated"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Titles_are_those_of_the_day_and_the_printed_name_stays_beside_the_person()
    {
        var person = await running.Person(ConferencesRunning.Board, "Trần Văn Thử");
        var conference = Planned();
        conference["sites"] = new JsonArray(
            new JsonObject
            {
                ["key"] = "xa-a",
                ["name"] = "Điểm cầu xã A",
                ["unitId"] = ConferencesRunning.Commune,
            }
        );
        conference["participants"] = new JsonArray(
            new JsonObject
            {
                ["personId"] = person,
                ["nameAsPrinted"] = "Trần văn Thử",
                ["roles"] = new JsonArray("SITE_CHAIR"),
                ["site"] = "xa-a",
                ["titles"] = new JsonArray("Phó Bí thư Đảng ủy", "Chủ tịch UBND xã"),
            },
            new JsonObject { ["roles"] = new JsonArray("DELEGATE"), ["unitClass"] = "đại diện các thôn" }
        );

        var entered = await clerk.Enter(conference);
        var read = await clerk.Get($"{PersonBook}/{person}");

        Assert.Equal("Trần Văn Thử", entered["participants"]![0].Text("name"));
        Assert.Equal("Trần văn Thử", entered["participants"]![0].Text("nameAsPrinted"));
        Assert.Null(entered["participants"]![1]!["name"]);
        var part = Assert.Single(read["conferences"]!.AsArray());
        Assert.Equal(entered.Text("id"), part.Text("conferenceId"));
        Assert.Equal(["Phó Bí thư Đảng ủy", "Chủ tịch UBND xã"], part!["titles"]!.AsArray().Select(title => title!.GetValue<string>()));
    }

    [Fact]
    public async Task Several_purposes_stand_beside_one_kind()
    {
        var conference = Planned();
        conference["kind"] = "TONG_KET";
        conference["purposes"] = new JsonArray("TONG_KET", "DANH_GIA", "TRIEN_KHAI");

        var entered = await clerk.Enter(conference);

        Assert.Equal(["TONG_KET", "DANH_GIA", "TRIEN_KHAI"], entered["purposes"]!.AsArray().Select(purpose => purpose!.GetValue<string>()));
    }

    [Fact]
    public async Task The_same_entry_with_an_id_of_its_own_is_one_conference_and_another_under_that_id_is_refused()
    {
        var conference = Held();
        conference["id"] = Guid.CreateVersion7();
        var first = await clerk.Enter(conference);

        var again = await (await clerk.Post(Book, conference, key: "another-key-a-day-later")).Read(HttpStatusCode.OK);
        conference["title"] = "Hội nghị khác";
        var other = await clerk.Post(Book, conference);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal("conferences.already-exists", await other.Refusal());
        var events = "select count(*) from chassis.journal where subject = $1";
        await Support.Eventually.True(
            "one event of the conference in the journal",
            async () => await running.Service.Database.Scalar<long>(events, $"conference/{first.Text("id")}") == 1
        );
    }

    [Fact]
    public async Task A_known_version_is_not_sent_again()
    {
        var conference = await clerk.Enter(Planned());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Book}/{conference.Text("id")}");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"1\""));

        Assert.Equal(HttpStatusCode.NotModified, (await clerk.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Plans_of_oversight_keep_an_open_number_open()
    {
        var conference = Planned();
        conference["oversightPlans"] = new JsonArray(
            new JsonObject
            {
                ["kind"] = "KIEM_TRA",
                ["year"] = 2026,
                ["subject"] = "Việc thực hiện Quy chế dân chủ ở cơ sở",
                ["targets"] = new JsonArray(new JsonObject { ["unitClass"] = "một số xã", ["quantity"] = "UNSPECIFIED" }),
            }
        );
        var entered = await clerk.Enter(conference);

        var plans = await clerk.Get($"{PlanBook}?conference={entered.Text("id")}");
        var plan = Assert.Single(plans["items"]!.AsArray());
        var ended = await clerk.Step(
            $"{PlanBook}/{plan.Text("id")}/end",
            new()
            {
                ["state"] = "CARRIED_OUT",
                ["endedOn"] = "2026-05-01",
                ["result"] = "Đã kiểm tra",
            }
        );

        Assert.Null(plan!["targetCount"]);
        Assert.Equal("PLANNED", plan.Text("state"));
        Assert.Equal("CARRIED_OUT", ended.Text("state"));
    }

    [Fact]
    public async Task A_document_is_one_by_issuer_number_symbol_and_date()
    {
        var issuer = $"Tỉnh ủy {Guid.CreateVersion7()}";
        JsonObject Document(string from) =>
            new()
            {
                ["unitId"] = ConferencesRunning.Board,
                ["issuer"] = from,
                ["number"] = "01",
                ["symbol"] = "NQ/TU",
            };
        await clerk.Enter(Document(issuer), DocumentBook);

        await clerk.Enter(Document(issuer + " khác"), DocumentBook);
        var twice = await clerk.Post(DocumentBook, Document(issuer));

        Assert.Equal("conferences.document-already-exists", await twice.Refusal());
    }
}
