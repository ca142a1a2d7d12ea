using System.Net;
using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis.Http;
using DanVan.Subscriptions.Delivery;
using DanVan.Subscriptions.Feed;
using DanVan.Subscriptions.Webhooks;
using Microsoft.Extensions.Options;

namespace DanVan.Subscriptions.Tests;

public sealed class WebhookRulesTests
{
    static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)];

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData(1, 0.0, 4.0)]
    [InlineData(1, 0.5, 5.0)]
    [InlineData(1, 1.0, 6.0)]
    [InlineData(2, 0.5, 300.0)]
    public void The_wait_is_spread_over_a_fifth_before_and_behind(int failures, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.Next(Waits, failures, null, jitter));

    [Fact]
    public void After_the_last_wait_nothing_is_tried_again() => Assert.Null(RetrySchedule.Next(Waits, 3, null, 0.5));

    [Theory]
    [InlineData(60, 60)]
    [InlineData(1, 5)]
    [InlineData(1_000_000, 86_400)]
    public void Retry_After_makes_the_wait_longer_never_shorter_and_never_longer_than_a_day(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.Next(Waits, 1, TimeSpan.FromSeconds(asked), 0.5));

    /// <summary>The example of the Standard Webhooks specification's own test suite.</summary>
    [Fact]
    public void The_signature_is_that_of_the_specification() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            SigningSecret.Sign(
                Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                Encoding.UTF8.GetBytes("""{"test": 2432232314}""")
            )
        );

    [Fact]
    public void A_sealed_secret_opens_only_for_its_own_subscription()
    {
        var box = new SecretBox(Options.Create(new WebhookOptions { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }));
        var (mine, theirs, secret) = (Guid.CreateVersion7(), Guid.CreateVersion7(), SigningSecret.Create());
        var sealedSecret = box.Seal(mine, secret);
        Assert.Equal(secret, box.Open(mine, sealedSecret));
        Assert.Throws<AuthenticationTagMismatchException>(() => box.Open(theirs, sealedSecret));
    }

    [Fact]
    public void A_cursor_comes_back_as_it_was_given_out()
    {
        var cursor = new FeedCursor(Guid.CreateVersion7(), 1_234_567);
        Assert.Equal(cursor, FeedCursor.Parse(cursor.ToString()));
    }

    [Theory]
    [InlineData(0, null, 0, 0, 0)]
    [InlineData(10, null, 0, 10, 10)]
    [InlineData(10, 12, 2, 30, 30)]
    [InlineData(10, 12, 2, 11, 12)]
    [InlineData(10, 25, 5, 30, 25)]
    [InlineData(10, null, 0, 1_000_000, 20_010)]
    public void A_page_has_seen_up_to_its_last_event_when_full_and_up_to_its_window_when_not(
        long after,
        int? last,
        int events,
        long head,
        long seen
    ) => Assert.Equal(seen, new FeedPage(after, 5, null, null, default).Seen(head, last, events));
}
