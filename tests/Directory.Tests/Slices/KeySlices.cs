using System.Security.Cryptography;
using DanVan.Cli;
using DanVan.Directory.Client;
using DanVan.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Signing keys take turns. Each test has a directory of its own, because keys are everybody's.</summary>
public sealed class KeySlices : IAsyncLifetime
{
    const string Address = "/api/v1/directory/signing-keys";
    static readonly string firstSealing = NewSealingKey();
    ServiceProcess? service;

    ServiceProcess Directory => service!;
    HttpClient Root => Directory.As(RootUnit.Id, "directory.read", "directory.admin");

    public async ValueTask InitializeAsync() =>
        service = await ServiceProcess.Start("directory", new Dictionary<string, string> { ["Tokens__EncryptionKey"] = firstSealing });

    public async ValueTask DisposeAsync() => await Directory.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_published_before_it_signs_and_the_old_one_until_its_last_token_has_expired()
    {
        var (login, secret) = await Register();
        var old = (await Directory.AskWithSecret(login, secret)).Token;
        var (status, next) = await Root.Post(Address, new { leadMinutes = 1 });
        Assert.Equal((201, "NEXT"), (status, next.Text("state")));
        Assert.Equal(409, (await Root.Post(Address, new { leadMinutes = 1 })).Status);
        await IsPublished(Directory, next.Text("keyId")!, KeyOf(old));
        Assert.Equal(KeyOf(old), KeyOf((await Directory.AskWithSecret(login, secret)).Token));

        await using var afterTheTurn = await Later("00:02:00");
        var young = (await afterTheTurn.AskWithSecret(login, secret)).Token;
        Assert.Equal(next.Text("keyId"), KeyOf(young));
        await IsPublished(afterTheTurn, KeyOf(young), KeyOf(old));
        // Each believes what the other signed.
        Assert.Equal(200, await Call(afterTheTurn, old));
        Assert.Equal(200, await Call(Directory, young));

        await using var afterTheLastToken = await Later("00:14:00");
        await IsPublished(afterTheLastToken, KeyOf(young));
        Assert.True(await Directory.Database.Scalar<bool>("select encrypted is null from signing_keys where id = $1", KeyOf(old)));
    }

    [Fact]
    public async Task The_schedule_publishes_the_next_key_once_however_many_instances_there_are()
    {
        var instances = await Task.WhenAll(Later("89.23:30:00"), Later("89.23:30:00"));
        try
        {
            // A token of now has expired by then, so the turns are read from the table.
            Assert.Equal(2, await Directory.Database.Scalar<long>("select count(*) from signing_keys"));
            var (first, second) = (await Turn("asc"), await Turn("desc"));
            // They slept until half an hour before the turn, and the key is published for a whole hour before it signs.
            Assert.InRange((second - first).TotalDays, 90.02, 90.03);
            Assert.Equal(await PublishedBy(instances[0]), await PublishedBy(instances[1]));
        }
        finally
        {
            foreach (var instance in instances)
                await instance.DisposeAsync();
        }

        Task<DateTime> Turn(string order) =>
            Directory.Database.Scalar<DateTime>($"select signs_from from signing_keys order by signs_from {order} limit 1");
    }

    [Fact]
    public async Task A_withdrawn_key_is_not_believed_as_soon_as_the_keys_are_read_anew()
    {
        await using var replica = await Directory.Replica();
        var (login, secret) = await Register();
        // Two: the one that was used may be remembered for a minute.
        var (used, unused) = ((await Directory.AskWithSecret(login, secret)).Token, (await replica.AskWithSecret(login, secret)).Token);
        Assert.Equal((200, KeyOf(used)), (await Call(Directory, used), KeyOf(unused)));

        var (status, withdrawn) = await Root.Post($"{Address}/{KeyOf(used)}/withdrawal", new { reason = "Lộ khóa" });
        Assert.Equal((200, "WITHDRAWN"), (status, withdrawn.Text("state")));
        Assert.Equal(409, (await Root.Post($"{Address}/{KeyOf(used)}/withdrawal", new { reason = "Lộ khóa" })).Status);
        Assert.Equal(404, (await Root.Post($"{Address}/nobody/withdrawal", new { reason = "Lộ khóa" })).Status);
        foreach (var instance in (ServiceProcess[])[Directory, replica])
            await Eventually.True(
                "another key to sign",
                async () => KeyOf((await instance.AskWithSecret(login, secret)).Token) != KeyOf(used)
            );
        var young = (await replica.AskWithSecret(login, secret)).Token;
        await IsPublished(Directory, KeyOf(young));
        await IsPublished(replica, KeyOf(young));
        await Eventually.True("the new key to be read", async () => await Call(Directory, young) == 200);
        Assert.Equal(401, await Call(Directory, unused));

        var told = await Eventually.Found(
            "the event",
            async () =>
                await Directory.Database.Scalar<string?>(
                    "select data::text from chassis.journal where type like '%signing-keys-changed%' and data->>'change' = 'WITHDRAWN'"
                )
        );
        Assert.Contains(KeyOf(young), told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"n\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sealing_key_changes_without_a_new_signing_key()
    {
        var (before, (login, secret), second) = (await PublishedBy(Directory), await Register(), NewSealingKey());
        var refused = await Assert.ThrowsAnyAsync<Failure>(() => Directory.Restart(Sealing(second)));
        Assert.Contains("Tokens:OldEncryptionKeys", refused.Message, StringComparison.Ordinal);

        await Directory.Restart(Sealing(second, firstSealing));
        Assert.Equal(200, (await Directory.AskWithSecret(login, secret)).Status);
        await Directory.Restart(Sealing(second));
        Assert.Equal(200, (await Directory.AskWithSecret(login, secret)).Status);
        Assert.Equal(before, await PublishedBy(Directory));
    }

    [Fact]
    public async Task The_discovery_document_says_what_is_so()
    {
        var (status, document) = await Directory.Http.Get("/.well-known/openid-configuration");
        Assert.Equal(200, status);
        Assert.Equal(document.ToString(), (await Directory.Http.Get("/.well-known/oauth-authorization-server")).Body.ToString());
        Assert.Equal($"{document.Text("issuer")}/oauth/token", document.Text("token_endpoint"));
        var (login, secret) = await Register();
        foreach (var method in document.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray())
            Assert.Contains(method.GetString(), (string[])["client_secret_basic", "client_secret_post", "private_key_jwt", "none"]);
        foreach (var grant in document.GetProperty("grant_types_supported").EnumerateArray())
        {
            var answer = await Directory.AskForToken(
                null,
                ("grant_type", grant.GetString()!),
                ("client_id", login),
                ("client_secret", secret)
            );
            Assert.NotEqual("unsupported_grant_type", answer.Error);
        }
        foreach (var algorithm in document.GetProperty("token_endpoint_auth_signing_alg_values_supported").EnumerateArray())
            Assert.DoesNotContain("HS", algorithm.GetString(), StringComparison.Ordinal);
    }

    static string NewSealingKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    static Dictionary<string, string> Sealing(string key, string? earlier = null)
    {
        var settings = new Dictionary<string, string> { ["Tokens__EncryptionKey"] = key };
        if (earlier is not null)
            settings["Tokens__OldEncryptionKeys__0"] = earlier;
        return settings;
    }

    Task<ServiceProcess> Later(string offset) => Directory.Replica(new Dictionary<string, string> { ["Clock__Offset"] = offset });

    static string KeyOf(string token) => new JsonWebToken(token).Kid;

    static async Task<string[]> PublishedBy(ServiceProcess instance) =>
        [.. (await instance.Http.Get("/.well-known/jwks.json")).Body.GetProperty("keys").EnumerateArray().Select(key => key.Text("kid")!)];

    static Task IsPublished(ServiceProcess instance, params string[] keys) =>
        Eventually.True($"the keys {string.Join(", ", keys)}", async () => (await PublishedBy(instance)).SequenceEqual(keys));

    static async Task<int> Call(ServiceProcess instance, string token)
    {
        using var client = instance.WithToken(token);
        return (await client.Get("/api/v1/units")).Status;
    }

    async Task<(string Login, string Secret)> Register()
    {
        var (status, created) = await Root.Post(
            "/api/v1/clients",
            new
            {
                name = "Chương trình thử",
                unitId = RootUnit.Id,
                scopes = new[] { "directory.read" },
            }
        );
        Assert.True(status == 201, created.ToString());
        return (created.GetProperty("client").Text("clientId")!, created.Text("secret")!);
    }
}
