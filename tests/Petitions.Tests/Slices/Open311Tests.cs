using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DanVan.Chassis;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Feedback by the standard of cities, GeoReport v2, in both of its formats.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class Open311Tests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Discovery_and_services_are_told_to_everybody_in_both_formats()
    {
        var sender = await Sender.With(running);

        var discovery = await Read("discovery.json");
        Assert.Equal("http://wiki.open311.org/GeoReport_v2", discovery["endpoints"]![0]!.Text("specification"));
        Assert.Equal("https://danvan.test/open311/v2", discovery["endpoints"]![0]!.Text("url"));
        var services = (await Read("services.json")).AsArray();
        Assert.Equal(["HANH_CHINH", "TU_PHAP", "DANG_DOAN_THE", "KHAC"], services.Select(s => s!.Text("service_code")));
        Assert.All(services, s => Assert.Equal(("realtime", true), (s!.Text("type"), (bool)s!["metadata"]!)));
        var definition = await Read("services/TU_PHAP.json");
        Assert.Equal(("TU_PHAP", "NOI_CU_TRU"), (definition.Text("service_code"), definition["attributes"]![0]!.Text("code")));

        Assert.Equal(["text/xml", "application/json"], (await Xml("discovery.xml")).Descendants("format").Select(f => f.Value));
        Assert.Equal(4, (await Xml("services.xml")).Elements("service").Elements("service_code").Count());
        Assert.Equal("string", (await Xml("services/KHAC.xml")).Element("attributes")!.Element("attribute")!.Element("datatype")!.Value);

        async Task<JsonNode> Read(string path) => await (await sender.Ask(path)).Read();

        async Task<XElement> Xml(string path) => await ReadXml(await sender.Ask(path));
    }

    [Fact]
    public async Task What_is_sent_is_an_ordinary_petition_with_its_deadline_its_event_and_a_receipt_in_plain_words()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        (form["first_name"], form["last_name"], form["attribute[NOI_CU_TRU]"]) = ("Thử", "Nguyễn Thị", "Thôn Đoài");

        var answer = await sender.Post(form);
        var entered = (await answer.Read(HttpStatusCode.Created))[0]!;

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(entered["account_id"]);
        var petition = await clerk.Get($"{Book}/{entered.Text("service_request_id")}");
        Assert.Equal(("PHAN_ANH", "CONG_DIEN_TU", "HANH_CHINH"), (petition.Text("kind"), petition.Text("channel"), petition.Text("field")));
        Assert.Equal($"{sender.Unit}", petition.Text("unitId"));
        Assert.Equal("INDIVIDUAL", petition.Text("petitionerType"));
        Assert.Equal("TCD.REPLY", petition["deadline"]!.Text("rule"));
        var received = (await clerk.Get($"{Book}/{petition.Text("id")}/history"))[0]!;
        Assert.Equal(("vn.danvan.petitions.petition-received.v1", sender.Client), (received.Text("type"), received.Text("actor")));
        var (code, pin) = Receipt(entered.Text("service_notice"));
        var status = await new Citizen(running.Service.Http, "", code, pin).Status();
        Assert.Equal(("PHAN_ANH", "RECEIVED"), (status.Text("kind"), status.Text("state")));
    }

    [Fact]
    public async Task Without_name_and_address_it_is_entered_and_not_eligible()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        form["phone"] = "0912 345 678";
        var (id, _) = await sender.Sent(form);

        Assert.Null((await clerk.Get($"{Book}/{id}"))["petitionerType"]);
        var identity = await (await clerk.Post($"{Book}/{id}/identity-readings", Steps.Body("identity-readings"))).Read();
        Assert.Equal(("0912 345 678", "10.4938, 105.6882"), (identity.Text("phone"), identity.Text("details")));
        Assert.Equal("petitions.anonymous", await (await clerk.Post($"{Book}/{id}/acceptance", Today("acceptedOn", "1"))).Refusal());
    }

    [Fact]
    public async Task The_list_shows_where_it_stands_and_nothing_that_was_written()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        form["address_string"] = "Nhà 7 ngõ Chim Sẻ";
        var (id, _) = await sender.Sent(form);

        var listed = Assert.Single(await sender.Requests())!;
        var one = (await (await sender.Ask($"requests/{id}.json")).Read())[0]!;

        Assert.True(JsonNode.DeepEquals(listed, one));
        Assert.Equal((id, "open", "HANH_CHINH"), (listed.Text("service_request_id"), listed.Text("status"), listed.Text("service_code")));
        Assert.Equal($"Xã Thử {sender.Jurisdiction}", listed.Text("agency_responsible"));
        Assert.Matches("^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\+07:00$", listed.Text("requested_datetime"));
        Assert.EndsWith("T23:59:59+07:00", listed.Text("expected_datetime"), StringComparison.Ordinal);
        foreach (var field in new[] { "description", "address", "lat", "long", "media_url" })
            Assert.True(listed.AsObject().ContainsKey(field) && listed[field] is null, field);
        var xml = (await ReadXml(await sender.Ask("requests.xml"))).Elements("request").Single();
        Assert.Equal(listed.AsObject().Select(field => field.Key), xml.Elements().Select(field => field.Name.LocalName));
        Assert.Equal("", xml.Element("lat")!.Value);
        Assert.Equal(id, (await ReadXml(await sender.Ask($"tokens/{id}.xml"))).Element("request")!.Element("service_request_id")!.Value);
    }

    [Fact]
    public async Task What_the_unit_publishes_is_its_description()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        (form["first_name"], form["last_name"], form["attribute[NOI_CU_TRU]"]) = ("Thử", "Nguyễn Thị", "Thôn Đoài");
        var (id, _) = await sender.Sent(form);
        await (await clerk.Post($"{Book}/{id}/acceptance", Today("acceptedOn", "1"))).Read();
        var resolution = Today("resolvedOn", "2");
        resolution["outcome"] = "TIEP_THU";
        await (await clerk.Post($"{Book}/{id}/resolution", resolution)).Read();
        Assert.Null((await sender.Requests())[0]!["description"]);

        await (await clerk.Post($"{Book}/{id}/public-notice", new JsonObject { ["text"] = "Đã vá đường.", ["visibleFrom"] = null })).Read();

        var shown = (await sender.Requests("&status=closed"))[0]!;
        Assert.Equal(("closed", "Đã vá đường."), (shown.Text("status"), shown.Text("description")));
        Assert.Empty(await sender.Requests("&status=open"));
        Assert.Single(await sender.Requests("&status=open,closed"));

        // Those were the words on a resolution before this one.
        await running.Service.Database.Execute(
            "update publications set resolved_on = resolved_on - 1 where petition_id = $1",
            Guid.Parse(id)
        );
        Assert.Null((await sender.Requests())[0]!["description"]);
    }

    [Fact]
    public async Task What_turns_out_to_be_a_denunciation_is_not_listed_any_more()
    {
        var sender = await Sender.With(running);
        var (id, _) = await sender.Sent();
        await running.Service.Database.Execute("update petitions set kind = 'TO_CAO' where id = $1", Guid.Parse(id));

        Assert.Empty(await sender.Requests());
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Ask($"requests/{id}.json")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Ask($"tokens/{id}.json")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_filtered_by_ids_codes_and_days()
    {
        var sender = await Sender.With(running);
        var (one, _) = await sender.Sent();
        var other = sender.Form();
        other["service_code"] = "KHAC";
        var (second, _) = await sender.Sent(other);
        await running.Service.Database.Execute(
            "update public_requests set received_at = now() - interval '100 days' where petition_id = $1",
            Guid.Parse(one)
        );
        var today = TimeProvider.System.Today();

        Assert.Equal([second], Ids(await sender.Requests()));
        Assert.Equal([second], Ids(await sender.Requests("&service_code=KHAC,TU_PHAP")));
        Assert.Empty(await sender.Requests("&service_code=TU_PHAP"));
        Assert.Equal([one], Ids(await sender.Requests($"&end_date={today.AddDays(-30):yyyy-MM-dd}T00:00:00%2B07:00")));
        Assert.Equal([one], Ids(await sender.Requests($"&start_date={today.AddDays(-110):yyyy-MM-dd}T00:00:00Z")));
        Assert.Equal([second, one], Ids(await sender.Requests($"&service_request_id={one},{second},khong-co&status=closed")));
        var neighbour = await Sender.With(running);
        Assert.Empty(await neighbour.Requests($"&service_request_id={one},{second}"));
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Ask($"requests/{one}.json")).StatusCode);
    }

    [Fact]
    public async Task Names_phone_mail_address_position_and_picture_are_in_the_vault_and_nowhere_else()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        string[] canaries =
        [
            "Zùng Thị Khướu Bạc Má",
            "0987 611 455",
            "khuou.bac.ma@vi-du.example",
            "Ngõ Khướu Bạc 79",
            "10.771188",
            "106.700977",
            "Thôn Khướu Đầu Đen",
            "https://anh.example/khuou.jpg",
            "thiet-bi-khuou-881",
            sender.Key,
            "198.19.78.56",
        ];
        (form["last_name"], form["first_name"], form["phone"], form["email"]) = ("Zùng Thị", "Khướu Bạc Má", canaries[1], canaries[2]);
        (form["address_string"], form["lat"], form["long"], form["attribute[NOI_CU_TRU]"]) = (
            canaries[3],
            canaries[4],
            canaries[5],
            canaries[6]
        );
        (form["media_url"], form["device_id"], form["account_id"]) = (canaries[7], canaries[8], canaries[8]);
        var (id, notice) = await (sender with { From = canaries[^1] }).Sent(form);
        form["email"] = $"{canaries[0]} {canaries[2]}";
        await sender.Post(form);
        await Eventually.True("the journal to hold all events", async () => await running.Count("chassis.outbox") == 0);

        var tables = await running.Tables();
        Assert.Contains("public.recent_intakes", tables);
        var (code, _) = Receipt(notice);
        foreach (var table in tables)
        foreach (var canary in canaries.Append(code).Append(code.Replace("-", "", StringComparison.Ordinal)))
            Assert.True(await running.Count(table, canary) == 0, $"{table} holds {canary}.");
        var log = await File.ReadAllTextAsync(running.Service.LogFile);
        Assert.DoesNotContain(canaries, canary => log.Contains(canary, StringComparison.OrdinalIgnoreCase));
        var identity = await (await clerk.Post($"{Book}/{id}/identity-readings", Steps.Body("identity-readings"))).Read();
        Assert.Equal(
            (canaries[0], canaries[2], canaries[6]),
            (identity.Text("fullName"), identity.Text("email"), identity.Text("address"))
        );
        Assert.Equal($"10.771188, 106.700977\n{canaries[3]}\n{canaries[7]}", identity.Text("details"));
    }

    internal static (string Code, string Pin) Receipt(string notice)
    {
        var said = Regex.Match(notice, "Mã hồ sơ: ([0-9A-Z-]{19}); mã PIN: ([0-9]{6})\\.");
        return (said.Groups[1].Value, said.Groups[2].Value);
    }

    internal static async Task<XElement> ReadXml(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(bytes)}");
        Assert.Equal("text/xml; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            System.Text.Encoding.UTF8.GetString(bytes),
            StringComparison.Ordinal
        );
        using var stream = new MemoryStream(bytes);
        var root = XDocument.Load(stream).Root!;
        Assert.Equal("", root.Name.NamespaceName);
        return root;
    }

    static IEnumerable<string> Ids(JsonArray requests) => requests.Select(r => r!.Text("service_request_id"));

    internal static JsonObject Today(string day, string number) =>
        new() { [day] = $"{TimeProvider.System.Today():yyyy-MM-dd}", ["documentNumber"] = number };
}
