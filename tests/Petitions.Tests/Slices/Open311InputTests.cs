using System.Net;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Whatever is sent to Open311, the answer is errors as GeoReport v2 writes them, and nothing is entered.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class Open311InputTests(PetitionsRunning running)
{
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
        var xml = await Open311Tests.ReadXml(await sender.Post(form, "xml"), (HttpStatusCode)status);

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
        await (await running.Clerk.PostAsync($"{Sender.Api}/requests.json", json)).Read(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("errors", (await Open311Tests.ReadXml(await sender.Ask("services.yaml"), HttpStatusCode.NotFound)).Name.LocalName);
        using var large = new ByteArrayContent(new byte[100_000]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        var ids = string.Join(',', Enumerable.Repeat('x', 1001));
        await (await sender.Ask("requests.json", $"&service_request_id={ids}")).Read(HttpStatusCode.BadRequest);
        await (await sender.Ask("requests.json", $"&service_request_id={ids[2..]}")).Read();
        form["description"] = new string('đ', 4001);
        await (await sender.Post(form)).Read(HttpStatusCode.BadRequest);
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
}
