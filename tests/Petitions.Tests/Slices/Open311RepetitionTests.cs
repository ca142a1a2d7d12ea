using System.Net;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Feedback that an application sends again because it does not know whether it arrived.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class Open311RepetitionTests(PetitionsRunning running)
{
    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task With_an_idempotency_key_it_is_entered_once_and_answered_the_same(string format)
    {
        var (sender, key) = (await Sender.With(running), $"{Guid.CreateVersion7()}");
        var form = sender.Form();

        var first = await sender.Post(form, format, key);
        var again = await sender.Post(form, format, key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        var text = await first.Content.ReadAsStringAsync();
        Assert.Equal(text, await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(1, await Entered(sender));
        var (code, _) = Open311Tests.Receipt(text);
        Assert.NotEmpty(code);
        Assert.Equal(0, await running.Count("chassis.idempotency", code));
        Assert.Equal(
            "idempotency.other-request",
            await (await sender.Post(sender.Form(), format, key)).Refusal(HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal("idempotency.key-malformed", await (await sender.Post(form, format, "khoa-ngan")).Refusal(HttpStatusCode.BadRequest));
        Assert.Equal(1, await Entered(sender));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_key_one_is_entered_and_with_many_keys_whoever_is_not_is_told_to_come_again()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        var same = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sender.Post(form, key: "mot-khoa-cho-ca-hai-muoi")));
        Assert.Contains(same, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(same, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Equal(1, await Entered(sender));

        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sender.Post(sender.Form(), key: $"{Guid.CreateVersion7()}")));
        Assert.All(
            others,
            answer =>
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Created
                        || answer is { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter: not null }
                )
        );
        Assert.Equal(1 + others.Count(answer => answer.StatusCode == HttpStatusCode.Created), await Entered(sender));
    }

    Task<long> Entered(Sender sender) =>
        running.Service.Database.Scalar<long>("select count(*) from petitions where unit_id = $1", sender.Unit);
}
