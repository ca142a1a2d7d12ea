using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DanVan.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.EndToEnd.Tests;

/// <summary>
/// From a denunciation in petitions to a decision in awards and back, through the broker; batches leave every two seconds here. What awards learn is a word.
/// </summary>
public sealed class ClearanceTests : IAsyncLifetime
{
    static readonly Guid Country = new("00000000-0000-7000-8000-000000000001");
    static readonly Guid Committee = Guid.CreateVersion7();
    static readonly Guid Person = Guid.CreateVersion7();

    readonly ConcurrentQueue<(string Key, JsonNode Event)> tapped = new();
    TestPlatform? platform;
    IConnection? connection;

    ServiceProcess Petitions => platform!["petitions"];
    ServiceProcess Awards => platform!["awards"];

    public async ValueTask InitializeAsync()
    {
        platform = await TestPlatform.Start(
            ["petitions", "awards"],
            new Dictionary<string, string> { ["Clearance__Every"] = "00:00:02", ["Clearance__LookEvery"] = "00:00:00.2" }
        );
        foreach (var service in new[] { Petitions, Awards })
        {
            await service.Database.Record(
                Unit(Country, null, "CENTRAL", "CENTRAL", "Trung ương"),
                Unit(Committee, Country, "PEOPLES_COMMITTEE", "PROVINCE", "Ủy ban nhân dân tỉnh A")
            );
            await service.Database.Scalar<long>(
                "select directory.record_people($1::jsonb)",
                $$"""[{"id":"{{Person}}","version":1,"unitId":"{{Committee}}"}]"""
            );
        }
        await Tap();
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        if (platform is not null)
            await platform.DisposeAsync();
    }

    [Fact]
    public async Task An_award_waits_while_a_denunciation_is_verified_and_awards_never_learn_of_it()
    {
        using var clerk = Petitions.As(Committee, "petitions.read", "petitions.write", "petitions.decide");
        using var secretary = Awards.As(Committee, "awards.clearance", "awards.decide", "awards.read");
        var denunciation = await Denounced(clerk);

        var asked = (await Ask(secretary))[0]!["id"]!.GetValue<string>();
        Assert.Equal(asked, (await Ask(secretary))[0]!["id"]!.GetValue<string>());
        await Shows(secretary, asked, clearance => clearance["state"]!.GetValue<string>() == "HOLD");
        Assert.Equal(HttpStatusCode.Conflict, (await Post(secretary, "api/v1/awards/decisions", Decision())).StatusCode);

        await Resolved(clerk, denunciation, "SAI");
        await Shows(secretary, asked, clearance => clearance["state"]!.GetValue<string>() == "CLEAR");
        var issued = await Read(await Post(secretary, "api/v1/awards/decisions", Decision()), HttpStatusCode.Created);

        var later = await Denounced(clerk);
        await Resolved(clerk, later, "DUNG");
        var contradicted = await Shows(secretary, asked, clearance => clearance["reExamine"]!.GetValue<bool>());
        Assert.Equal(
            ("CLEAR", "DECIDED", issued["id"]!.GetValue<string>()),
            (
                contradicted["state"]!.GetValue<string>(),
                contradicted["outcome"]!.GetValue<string>(),
                contradicted["decisionId"]!.GetValue<string>()
            )
        );

        await NothingTells(denunciation, later);
    }

    async Task NothingTells(params string[] denunciations)
    {
        string[] canaries = [.. denunciations, "TO_CAO", "2026-08-03", "2026-08-05", "2026-08-28", "petition-", "respondent"];
        var database = Awards.Database;
        var tables = await database.Scalar<string[]>(
            "select array_agg(table_schema || '.' || table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('public', 'chassis')"
        );
        foreach (var table in tables)
        foreach (var canary in canaries)
            Assert.Equal(
                (table, canary, 0L),
                (table, canary, await database.Scalar<long>($"select count(*) from {table} t where t::text like '%' || $1 || '%'", canary))
            );
        var log = await File.ReadAllTextAsync(Awards.LogFile);
        Assert.DoesNotContain(denunciations, id => log.Contains(id, StringComparison.Ordinal));

        var told = tapped.Where(one => one.Key.StartsWith("petitions.clearance-", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, told.Count); // HOLD, CLEAR, and the note.
        foreach (var (_, told1) in told)
        {
            Assert.Subset(
                new HashSet<string> { "clearanceId", "answer" },
                told1["data"]!.AsObject().Select(member => member.Key).ToHashSet()
            );
            Assert.DoesNotContain(told1.AsObject(), member => member.Key is "unit" or "traceparent");
            Assert.DoesNotContain(canaries, canary => told1.ToJsonString().Contains(canary, StringComparison.Ordinal));
        }
        // What stays in a journal is on no exchange.
        Assert.DoesNotContain(tapped, one => one.Key.Contains("clearances-read", StringComparison.Ordinal));
    }

    async Task<string> Denounced(HttpClient clerk)
    {
        var paper = new JsonObject
        {
            ["unitId"] = Committee,
            ["kind"] = "TO_CAO",
            ["channel"] = "BUU_CHINH",
            ["field"] = "HANH_CHINH",
            ["receivedOn"] = "2026-08-03",
            ["summary"] = "Phản ánh việc thu tiền làm đường liên xã",
            ["petitioner"] = new JsonObject
            {
                ["type"] = "INDIVIDUAL",
                ["fullName"] = "Nguyễn Thị Thử",
                ["address"] = "Số 1 ngõ 2",
            },
        };
        var id = await Eventually.Found(
            "the units in memory",
            async () =>
                await Post(clerk, "api/v1/petitions", paper.DeepClone()) is { StatusCode: HttpStatusCode.Created } answer
                    ? (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>()
                    : null
        );
        var respondents = new JsonObject { ["respondents"] = new JsonArray(new JsonObject { ["personId"] = Person }) };
        await Read(await clerk.PutAsync($"api/v1/petitions/{id}/respondents", JsonContent.Create(respondents)));
        var acceptance = new JsonObject { ["acceptedOn"] = "2026-08-05", ["documentNumber"] = "1" };
        await Read(await Post(clerk, $"api/v1/petitions/{id}/acceptance", acceptance));
        return id;
    }

    static async Task Resolved(HttpClient clerk, string id, string outcome) =>
        await Read(
            await Post(
                clerk,
                $"api/v1/petitions/{id}/resolution",
                new JsonObject
                {
                    ["outcome"] = outcome,
                    ["resolvedOn"] = "2026-08-28",
                    ["documentNumber"] = "2",
                }
            )
        );

    static async Task<JsonArray> Ask(HttpClient secretary)
    {
        var question = new JsonObject
        {
            ["proposerUnitId"] = Committee,
            ["purpose"] = "DECISION",
            ["candidates"] = new JsonArray(new JsonObject { ["personId"] = Person }),
        };
        return await Eventually.Found(
            "the units in memory",
            async () =>
                await Post(secretary, "api/v1/awards/clearances", question.DeepClone()) is { StatusCode: HttpStatusCode.OK } answer
                    ? (await answer.Content.ReadFromJsonAsync<JsonArray>())!
                    : null
        );
    }

    // Decided before the later denunciation is concluded.
    static JsonObject Decision() =>
        new()
        {
            ["proposerUnitId"] = Committee,
            ["form"] = "BANG_KHEN_TINH",
            ["type"] = "CONG_TRANG",
            ["reason"] = "Thành tích xuất sắc",
            ["issuerUnitId"] = Committee,
            ["decidedOn"] = "2026-08-20",
            ["recipients"] = new JsonArray(
                new JsonObject
                {
                    ["kind"] = "INDIVIDUAL",
                    ["name"] = "Trần Văn Khéo",
                    ["personId"] = Person,
                }
            ),
        };

    static Task<JsonNode> Shows(HttpClient secretary, string clearance, Func<JsonNode, bool> what) =>
        Eventually.Found(
            "the next batch to show it",
            async () =>
                await Read(await secretary.GetAsync($"api/v1/awards/clearances/{clearance}")) is { } shown && what(shown) ? shown : null
        );

    static async Task<HttpResponseMessage> Post(HttpClient client, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        return await client.SendAsync(request);
    }

    static async Task<JsonNode> Read(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Listens, as the administrator, to all that passes.</summary>
    async Task Tap()
    {
        connection = await new ConnectionFactory
        {
            Uri = new(platform!.Broker.Uri()),
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("tap", durable: false, exclusive: true, autoDelete: true);
        foreach (var exchange in new[] { "danvan.events", "danvan.restricted" })
            await channel.QueueBindAsync("tap", exchange, "#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            tapped.Enqueue((delivery.RoutingKey, JsonNode.Parse(Encoding.UTF8.GetString(delivery.Body.Span))!));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync("tap", autoAck: true, consumer);
    }
}
