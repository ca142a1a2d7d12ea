using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
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

    [Theory]
    [InlineData("jurisdiction_id", null, 400)]
    [InlineData("jurisdiction_id", "khong-co", 404)]
    [InlineData("service_code", null, 400)]
    [InlineData("service_code", "DUONG_SA", 404)]
    [InlineData("api_key", null, 403)]
    [InlineData("api_key", "doan-mo", 403)]
    [InlineData("description", null, 400)]
    [InlineData("description", "a\0b", 400)]
    [InlineData("lat", null, 400)]
    [InlineData("lat", "bắc", 400)]
    [InlineData("lat", "91", 400)]
    [InlineData("long", "NaN", 400)]
    [InlineData("phone", "gọi sau 17 giờ", 400)]
    [InlineData("email", "không có", 400)]
    [InlineData("attribute[LA]", "x", 400)]
    [InlineData("attribute[NOI_CU_TRU]", "\u001b", 400)]
    public async Task What_is_wrong_is_said_as_the_standard_wants_and_nothing_is_entered(string field, string? value, int status)
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        if (value is null)
            form.Remove(field);
        else
            form[field] = value;

        var json = await (await sender.Post(form)).Read((HttpStatusCode)status);
        var xml = await ReadXml(await sender.Post(form, "xml"), (HttpStatusCode)status);

        Assert.Equal(status, (int)json[0]!["code"]!);
        Assert.NotEmpty(json[0]!.Text("description"));
        Assert.Equal(("errors", $"{status}"), (xml.Name.LocalName, xml.Element("error")!.Element("code")!.Value));
        Assert.Equal(0, await running.Service.Database.Scalar<long>("select count(*) from petitions where unit_id = $1", sender.Unit));
    }

    [Fact]
    public async Task No_place_no_form_and_no_format_are_refused()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        (form["lat"], form["long"]) = ("", "");
        Assert.Contains(
            "address_string",
            (await (await sender.Post(form)).Read(HttpStatusCode.BadRequest))[0]!.Text("description"),
            StringComparison.Ordinal
        );
        form["address_id"] = "545483";
        await (await sender.Post(form)).Read(HttpStatusCode.Created);

        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        await (await sender.Http.PostAsync($"{Sender.Api}/requests.json", json)).Read(HttpStatusCode.BadRequest);
        Assert.Equal("errors", (await ReadXml(await sender.Ask("services.yaml"), HttpStatusCode.NotFound)).Name.LocalName);
        using var large = new ByteArrayContent(new byte[100_000]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await sender.Http.PostAsync($"{Sender.Api}/requests.json", large)).StatusCode);
    }

    [Theory]
    [InlineData("&start_date=2026-01-01")]
    [InlineData("&start_date=2026-01-01T00:00:00")]
    [InlineData("&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z")]
    [InlineData("&start_date=2026-03-01T00:00:00Z&end_date=2026-02-01T00:00:00Z")]
    [InlineData("&end_date=0001-01-01T00:00:00Z")]
    [InlineData("&status=fixed")]
    public async Task A_filter_that_is_none_is_refused(string query)
    {
        var sender = await Sender.With(running);

        Assert.Equal(400, (int)(await (await sender.Ask("requests.json", query)).Read(HttpStatusCode.BadRequest))[0]!["code"]!);
    }

    [Fact]
    public async Task A_text_that_names_its_sender_is_refused_without_repeating_it()
    {
        var sender = await Sender.With(running);
        var form = sender.Form("Bà Nguyễn Thị Chim Yến báo đường hỏng");
        (form["last_name"], form["first_name"]) = ("Nguyễn Thị", "Chim Yến");

        var refused = (await (await sender.Post(form)).Read(HttpStatusCode.BadRequest))[0]!.Text("description");

        Assert.DoesNotContain("Yến", refused, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_key_enters_feedback_for_its_unit_only_and_a_token_does_as_well()
    {
        var (sender, other) = (await Sender.With(running), await Sender.With(running));
        var form = sender.Form();
        form["api_key"] = other.Key;
        await (await sender.Post(form)).Read(HttpStatusCode.Forbidden);
        form.Remove("api_key");
        using var content = new FormUrlEncodedContent(form);
        await (await clerk.PostAsync($"{Sender.Api}/requests.json", content)).Read(HttpStatusCode.Created);
        using var reader = running.Service.As(PetitionsRunning.Province, "petitions.read");
        using var again = new FormUrlEncodedContent(form);
        await (await reader.PostAsync($"{Sender.Api}/requests.json", again)).Read(HttpStatusCode.Forbidden);
        // A key is no token.
        using var bearer = running.Service.WithToken(sender.Key);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bearer.GetAsync(Book)).StatusCode);
    }

    [Fact]
    public async Task A_key_is_listed_without_what_opens_the_door_and_ends_once()
    {
        var sender = await Sender.With(running);
        using var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");
        var key = (await clerk.Get($"{Book}/intake-keys?limit=1000"))["items"]!.AsArray().Single(k => k!.Text("client") == sender.Client)!;
        Assert.DoesNotContain("apiKey", key.ToJsonString(), StringComparison.Ordinal);
        var ending = $"{Book}/intake-keys/{key.Text("id")}/ending";
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post(ending, new JsonObject())).StatusCode);
        Assert.DoesNotContain(
            (await neighbour.Get($"{Book}/intake-keys?limit=1000"))["items"]!.AsArray(),
            k => k!.Text("client") == sender.Client
        );

        await (await clerk.Post(ending, new JsonObject())).Read();

        await (await sender.Post(sender.Form())).Read(HttpStatusCode.Forbidden);
        Assert.Equal("petitions.key-has-ended", await (await clerk.Post(ending, new JsonObject())).Refusal());
    }

    [Fact]
    public async Task A_key_ends_with_its_client_and_with_the_clients_right()
    {
        var (disabled, changed) = (await Sender.With(running), await Sender.With(running));
        await running.Service.Broker.Publish(
            Told(disabled, id => new ApiClientDisabled(id, "thử")),
            Told(changed, id => new ApiClientChanged(id, ["petitions.read"], "standard"))
        );

        await Eventually.True(
            "both keys to end",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from intake_keys where client in ($1, $2) and ended_on is not null",
                    disabled.Client,
                    changed.Client
                ) == 2
        );
        await (await disabled.Post(disabled.Form())).Read(HttpStatusCode.Forbidden);
        await (await changed.Post(changed.Form())).Read(HttpStatusCode.Forbidden);

        static TestEvent Told<T>(Sender sender, Func<Guid, T> what)
            where T : class
        {
            var id = Guid.ParseExact(sender.Client["client-".Length..], "n");
            return TestEvents.Of($"api-client/{id}", what(id), PetitionsRunning.Province);
        }
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
