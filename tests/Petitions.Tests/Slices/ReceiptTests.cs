using System.Net;
using System.Text.Json.Nodes;
using DanVan.Petitions.Receipts;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Who has no receipt learns nothing, from the answers or from the tables.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ReceiptTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Whoever_repeats_the_intake_gets_the_same_receipt_again()
    {
        var key = $"{Guid.CreateVersion7()}";
        var first = await clerk.Post(Book, Paper(), key);
        var again = await clerk.Post(Book, Paper(), key);

        Assert.True(first.Headers.CacheControl!.NoStore && again.Headers.CacheControl!.NoStore);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.DoesNotContain(again.Headers, header => header.Key.Contains("sealed", StringComparison.Ordinal));
        var (one, other) = (await first.Read(HttpStatusCode.Created), await again.Read(HttpStatusCode.Created));
        Assert.Equal(one["receipt"]!.ToJsonString(), other["receipt"]!.ToJsonString());
    }

    [Fact]
    public async Task Reading_the_petition_does_not_show_the_receipt() =>
        Assert.Null((await clerk.Get($"{Book}/{await clerk.Received()}"))["receipt"]);

    [Fact]
    public async Task A_wrong_code_a_wrong_PIN_and_a_petition_that_is_gone_are_told_the_same()
    {
        var citizen = await Citizen.With(running);
        var gone = await Citizen.With(running);
        await running.Service.Database.Execute($"delete from petitions where id = '{gone.Petition}'");

        var answers = new List<string>();
        foreach (var wrong in new[] { citizen with { Code = TrackingCode.New() }, WithWrongPin(citizen), gone })
        {
            var answer = await wrong.Ask();
            var problem = (await answer.Read(HttpStatusCode.NotFound)).AsObject();
            problem.Remove("traceId");
            answers.Add($"{answer.Headers.CacheControl} {problem.ToJsonString()}");
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("petitions.unknown-receipt", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_code_is_told_before_anything_is_looked_up_and_counts_as_no_try()
    {
        var citizen = await Citizen.With(running);
        var letter = citizen.Code[0] == 'K' ? 'M' : 'K';
        var mistyped = citizen with { Code = letter + citizen.Code[1..] };

        for (var i = 0; i < 15; i++)
            Assert.NotNull((await (await mistyped.Ask()).Read(HttpStatusCode.BadRequest))["errors"]!["code"]);
        await citizen.Status();
    }

    [Theory]
    [InlineData("code", "K")]
    [InlineData("code", "<script>alert(1)</script>")]
    [InlineData("pin", "12345")]
    [InlineData("pin", "12345a")]
    [InlineData("pin", null)]
    public async Task A_code_or_PIN_of_a_wrong_form_is_named(string member, string? value)
    {
        var body = new JsonObject { ["code"] = ReadStatus.ExampleCode, ["pin"] = "123456" };
        body[member] = value;

        var problem = await (await running.Service.Http.Post("api/v1/receipts/status", body)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![member]);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("answers")]
    [InlineData("satisfaction")]
    public async Task A_code_in_the_address_is_refused_since_addresses_end_in_logs(string path)
    {
        var citizen = await Citizen.With(running);

        var answer = await citizen.Send(
            $"{path}?code={citizen.Code}",
            new()
            {
                ["questionId"] = citizen.Petition,
                ["answer"] = "a",
                ["rating"] = 1,
            }
        );

        Assert.NotNull((await answer.Read(HttpStatusCode.BadRequest))["errors"]!["code"]);
    }

    [Fact]
    public async Task After_ten_wrong_PINs_a_code_waits_for_everybody_the_right_PIN_included()
    {
        var citizen = await Citizen.With(running);
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await (WithWrongPin(citizen) with { From = Citizen.NewAddress() }).Ask()).StatusCode);

        foreach (var next in new[] { WithWrongPin(citizen), citizen, citizen with { From = Citizen.NewAddress() } })
        {
            var answer = await next.Ask();
            Assert.Equal("petitions.too-many-tries", await answer.Refusal(HttpStatusCode.TooManyRequests));
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 58, 60);
        }
        var other = await Citizen.With(running);
        await (other with { From = citizen.From }).Status();
    }

    [Fact]
    public async Task A_code_that_nobody_has_waits_just_the_same()
    {
        var unknown = (await Citizen.With(running)) with { Code = TrackingCode.New() };
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
            answers.Add((await unknown.Ask()).StatusCode);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.NotFound, 10), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task After_sixty_failures_an_address_waits_whatever_the_code()
    {
        var citizen = await Citizen.With(running);
        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await (citizen with { Code = TrackingCode.New() }).Ask()).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await citizen.Ask()).StatusCode);
        await (citizen with { From = Citizen.NewAddress() }).Status();
    }

    [Fact]
    public async Task Of_a_hundred_guesses_at_once_no_more_are_looked_at_than_one_after_the_other()
    {
        var citizen = await Citizen.With(running);
        var wrong = WithWrongPin(citizen);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(async _ => (await (wrong with { From = Citizen.NewAddress() }).Ask()).StatusCode)
        );

        Assert.InRange(answers.Count(answer => answer == HttpStatusCode.NotFound), 1, 10);
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests, $"{answer}"));
    }

    [Fact]
    public async Task Another_instance_counts_on()
    {
        var replica = await running.Service.Replica();
        try
        {
            var citizen = await Citizen.With(running);
            for (var i = 0; i < 10; i++)
                await (WithWrongPin(citizen) with { Http = i % 2 == 0 ? replica.Http : citizen.Http }).Ask();

            Assert.Equal(HttpStatusCode.TooManyRequests, (await (citizen with { Http = replica.Http }).Ask()).StatusCode);
        }
        finally
        {
            await replica.DisposeAsync();
        }
    }

    [Fact]
    public async Task When_the_hour_is_over_the_code_is_free_again_and_what_is_forgotten_is_deleted()
    {
        var citizen = await Citizen.With(running);
        for (var i = 0; i < 11; i++)
            await WithWrongPin(citizen).Ask();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await citizen.Ask()).StatusCode);

        await running.Service.Database.Execute("update receipt_failures set since = since - interval '61 minutes'");

        await citizen.Status();
        var before = await Count("receipt_failures");
        await WithWrongPin(await Citizen.With(running)).Ask();
        Assert.InRange(await Count("receipt_failures"), 2, Math.Max(2, before - 2 + 2));
    }

    [Fact]
    public async Task Whoever_is_right_writes_nothing()
    {
        var citizen = await Citizen.With(running);
        var (failures, outbox) = (await Count("receipt_failures"), await Count("chassis.idempotency"));

        await citizen.Status();

        Assert.Equal((failures, outbox), (await Count("receipt_failures"), await Count("chassis.idempotency")));
    }

    [Fact]
    public async Task Neither_code_nor_PIN_nor_what_is_asked_and_answered_stands_in_any_table_or_log()
    {
        // Six digits can stand anywhere by chance: where the PIN stands by design, the code or its hash would stand beside it.
        var key = $"{Guid.CreateVersion7()}";
        var received = await (await clerk.Post(Book, Paper(), key)).Read(HttpStatusCode.Created);
        await clerk.Post(Book, Paper(), key);
        var (code, pin) = (received["receipt"]!.Text("code"), received["receipt"]!.Text("pin"));
        var citizen = new Citizen(running.Service.Http, received.Text("id"), code, pin) { From = "198.19.77.55" };
        const string question = "Chim Vành Khuyên đậu ở đâu?",
            answer = "Trên Cây Sầu Riêng trước nhà";
        var asked = await (
            await clerk.Post($"{Book}/{citizen.Petition}/questions", new JsonObject { ["question"] = question, ["answerBy"] = null })
        ).Read(HttpStatusCode.Created);
        await (await citizen.Answer(asked.Text("id"), answer)).Read();
        await (await (citizen with { Code = TrackingCode.New() }).Ask()).Read(HttpStatusCode.NotFound);
        await (citizen with { Code = $"{code[..^1]}{(code[^1] == 'K' ? 'M' : 'K')}" }).Ask();
        await Eventually.True("the journal to hold all events", async () => await Count("chassis.outbox") == 0);

        string[] canaries =
        [
            code,
            code.Replace("-", "", StringComparison.Ordinal),
            question,
            answer,
            "Vành Khuyên",
            citizen.From,
            $"\"{pin}\"",
        ];
        var tables = await Tables();
        Assert.Contains("public.questions", tables);
        Assert.Contains("chassis.idempotency", tables);
        foreach (var table in tables)
        foreach (var canary in canaries)
            Assert.True(await Count(table, canary) == 0, $"{table} holds {canary}.");
        Assert.Equal(0, await Count("public.receipts", pin));
        Assert.True(await Count("chassis.idempotency", "/api/v1/petitions/") > 0, "The search finds what is there.");
        var log = await File.ReadAllTextAsync(running.Service.LogFile);
        Assert.DoesNotContain(canaries, canary => log.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    static Citizen WithWrongPin(Citizen citizen) => citizen with { Pin = citizen.Pin == "000000" ? "000001" : "000000" };

    Task<List<string>> Tables() => running.Tables();

    Task<long> Count(string table, string canary = "") => running.Count(table, canary);
}
