using DanVan.Directory.Keys;

namespace DanVan.Directory.Tests.Rules;

public class KeyRingTests
{
    static readonly DateTimeOffset start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan lifetime = TimeSpan.FromDays(90);
    static readonly TimeSpan lead = TimeSpan.FromHours(1);

    readonly KeyRing ring = new() { Id = KeyRing.TheId };

    [Fact]
    public void The_first_key_signs_at_once_and_the_next_is_due_an_hour_before_its_turn()
    {
        Assert.Equal(start, ring.Due(start, lifetime, lead));
        Add("a", start);
        Assert.Null(ring.Due(start + lifetime - lead - TimeSpan.FromSeconds(1), lifetime, lead));
        Assert.Equal(start + lifetime, ring.Due(start + lifetime - lead, lifetime, lead));
        Add("b", start + lifetime);
        Assert.Null(ring.Due(start + lifetime, lifetime, lead));
    }

    [Fact]
    public void After_a_long_sleep_the_next_key_is_still_published_before_it_signs()
    {
        Add("a", start);
        var late = start + 3 * lifetime;
        Assert.Equal(late + lead, ring.Due(late, lifetime, lead));
    }

    [Fact]
    public void Keys_take_turns()
    {
        Add("a", start);
        var turn = start.AddHours(1);
        Add("b", turn);
        Assert.Equal(("a", "b a"), State(start));
        Assert.Equal(("a", "b a"), State(turn.AddTicks(-1)));
        Assert.Equal(("b", "b a"), State(turn));
        // Ten minutes of a token, a minute of skew in checks, a minute between our clocks.
        Assert.Equal(("b", "b a"), State(turn.AddMinutes(12).AddTicks(-1)));
        Assert.Equal(("b", "b"), State(turn.AddMinutes(12)));
    }

    [Fact]
    public void A_withdrawn_signer_is_followed_at_once_by_the_key_that_waits()
    {
        Add("a", start);
        Add("b", start.AddHours(1));
        Withdraw("a", start.AddMinutes(1));
        Assert.Equal(("b", "b"), State(start.AddMinutes(1)));
        Assert.Null(ring.Next(start.AddMinutes(1)));
    }

    [Fact]
    public void A_withdrawn_signer_without_a_follower_is_followed_by_a_new_key_and_not_by_one_of_the_past()
    {
        Add("a", start);
        Add("b", start.AddHours(1));
        var now = start.AddHours(5);
        Withdraw("b", now);
        Assert.Equal(("made", "made"), State(now));
        Assert.Null(ring.Keys[1].Encrypted);
    }

    [Fact]
    public void A_key_that_is_withdrawn_before_its_turn_leaves_the_signer_where_it_is()
    {
        Add("a", start);
        Add("b", start.AddHours(1));
        Withdraw("b", start.AddMinutes(1));
        Assert.Equal(("a", "a"), State(start.AddMinutes(1)));
        Assert.Equal(("a", "a"), State(start.AddHours(5)));
        Assert.NotNull(ring.Due(start + lifetime, lifetime, lead));
    }

    [Fact]
    public void A_key_is_withdrawn_once()
    {
        Add("a", start);
        Withdraw("a", start);
        var (told, refused) = ring.Withdraw(ring.Keys[0], "again", start, Make);
        Assert.Equal((null, "signing-keys.already-withdrawn"), (told, refused?.Code));
    }

    [Fact]
    public void The_private_half_goes_when_the_last_token_has_expired()
    {
        Add("a", start);
        Add("b", start.AddHours(1));
        Assert.False(ring.Retire(start.AddHours(1).AddMinutes(11)));
        Assert.NotNull(ring.Keys[0].Encrypted);
        Assert.True(ring.Retire(start.AddHours(1).AddMinutes(12)));
        Assert.Null(ring.Keys[0].Encrypted);
        Assert.NotNull(ring.Keys[1].Encrypted);
    }

    void Add(string id, DateTimeOffset signsFrom) => ring.Publish(Key(id, signsFrom), start);

    void Withdraw(string id, DateTimeOffset now)
    {
        var (told, refused) = ring.Withdraw(ring.Keys.Single(key => key.Id == id), "lộ khóa", now, Make);
        Assert.Null(refused);
        Assert.Equal(("WITHDRAWN", id), (told!.Change, told.KeyId));
        Assert.DoesNotContain(id, told.Keys.Select(key => key.KeyId));
    }

    (string?, string) State(DateTimeOffset now) => (ring.Signer(now)?.Id, string.Join(' ', ring.Published(now).Select(key => key.Id)));

    static StoredKey Make(DateTimeOffset signsFrom) => Key("made", signsFrom);

    static StoredKey Key(string id, DateTimeOffset signsFrom) =>
        new()
        {
            Id = id,
            Issued = start,
            SignsFrom = signsFrom,
            Public = "{}",
            Encrypted = [1],
        };
}
