using System.Reflection;
using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Cli.Local;
using DanVan.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DanVan.Platform.Tests.Contracts;

/// <summary>What the contracts declare restricted, and that the broker's permissions say the same.</summary>
public sealed class RestrictionRules
{
    public static TheoryData<string> All => [.. Services.All];

    [Fact]
    public void Denunciations_and_clearances_are_restricted_and_nothing_else_is()
    {
        var declared = Services.All.Where(service => Declared(service) is not null);
        Assert.Equal(["petitions", "awards"], declared.OrderByDescending(service => service));
        var restriction = Declared("petitions")!;
        Assert.Equal(("kind", "TO_CAO"), (restriction.Member, restriction.Value));
        Assert.Equal(["reporting"], restriction.Services);
        Assert.Equal(["clearance-answered", "clearance-contradicted", "hold-placed", "hold-released"], Only("petitions"));
        var awards = Declared("awards")!;
        Assert.Null(awards.Member);
        Assert.Equal(["clearance-asked", "clearance-closed", "clearances-read"], Only("awards"));
        Assert.False(awards.Covers("vn.danvan.awards.award-decision-issued.v1", JsonElement.Parse("{}")));
        Assert.True(awards.Covers("vn.danvan.awards.clearance-asked.v1", JsonElement.Parse("""{"kind":"KHIEU_NAI"}""")));

        static IEnumerable<string> Only(string service) =>
            Declared(service)!.Only.Keys.Select(name => EventType.RoutingKey(name).Split('.')[1]).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("petitions", "hold-placed")]
    [InlineData("petitions", "hold-released")]
    [InlineData("awards", "clearances-read")]
    public void What_is_for_no_service_stays_in_the_journal(string service, string type) =>
        Assert.True(Declared(service)!.Keeps($"vn.danvan.{service}.{type}.v1"));

    [Theory]
    [InlineData("""{"kind":"TO_CAO"}""", true)]
    [InlineData("""{"kind":"KHIEU_NAI"}""", false)]
    [InlineData("""{"kind":null}""", true)]
    [InlineData("""{"kind":7}""", true)]
    [InlineData("""{"petitionId":"01980000-0000-7000-8000-000000000001"}""", true)]
    [InlineData("\"KHIEU_NAI\"", true)]
    public void Data_that_do_not_say_are_restricted(string data, bool restricted) =>
        Assert.Equal(restricted, Declared("petitions")!.Covers("vn.danvan.petitions.petition-received.v1", JsonElement.Parse(data)));

    [Theory, MemberData(nameof(All))]
    public void Every_event_beside_a_restricted_one_says_whether_it_is_restricted(string service)
    {
        if (Declared(service) is not { Member: { } member } restriction)
            return;
        Assert.All(
            ContractRules
                .Published()
                .Where(type => EventType.Of(type).Service == service)
                .Where(type =>
                    !restriction.Except.Contains(EventType.Of(type).Name) && !restriction.Only.ContainsKey(EventType.Of(type).Name)
                ),
            type => Assert.Contains(type.GetProperties(), property => Says(property, member))
        );
    }

    [Theory, MemberData(nameof(All))]
    public async Task Nobody_binds_to_restricted_events_but_the_services_that_their_contracts_name(string reader)
    {
        await using var broker = await TestBroker.Create();
        foreach (var publisher in Services.All)
        foreach (var key in (string[])["petition-received.v1", "clearance-asked.v1", "clearance-answered.v1"])
            Assert.Equal(
                (publisher, key, MayRead(reader, publisher, key)),
                (publisher, key, await Allowed(broker, reader, channel => Bind(channel, reader, $"{publisher}.{key}")))
            );
        Assert.False(await Allowed(broker, reader, channel => Bind(channel, reader, "#")), "Bound to all of them at once");
    }

    [Theory, MemberData(nameof(All))]
    public async Task Nobody_publishes_restricted_events_but_who_declares_some(string publisher)
    {
        await using var broker = await TestBroker.Create();
        Assert.Equal(Declared(publisher) is not null, await Allowed(broker, publisher, channel => Publish(channel, publisher)));
    }

    // The broker knows the names of clearances only by how they begin.
    static bool MayRead(string reader, string publisher, string key) =>
        Declared(publisher) is { } restriction
        && (
            key.StartsWith("clearance-", StringComparison.Ordinal)
                ? (reader, publisher) is ("awards", "petitions") or ("petitions", "awards")
                : restriction.Names(reader, $"vn.danvan.{publisher}.{key}")
        );

    static Restriction? Declared(string service) => Restriction.Of(Assembly.Load($"{Services.Project(service)}.Contracts"));

    static bool Says(PropertyInfo property, string member) =>
        property.PropertyType == typeof(string) && JsonNamingPolicy.CamelCase.ConvertName(property.Name) == member;

    /// <summary>Whether the broker lets the service's own user do it; anything but a refusal of access is thrown.</summary>
    static async Task<bool> Allowed(TestBroker broker, string user, Func<IChannel, Task> act)
    {
        var factory = new ConnectionFactory { Uri = new(broker.Uri(user)), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        try
        {
            await act(channel);
            return true;
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            return false;
        }
    }

    static async Task Bind(IChannel channel, string service, string key)
    {
        var queue = $"{service}.restricted";
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, "danvan.restricted", key);
    }

    static async Task Publish(IChannel channel, string service)
    {
        try
        {
            await channel.BasicPublishAsync("danvan.restricted", $"{service}.petition-received.v1", new byte[1]);
        }
        catch (AlreadyClosedException closed)
        {
            throw new OperationInterruptedException(closed.ShutdownReason!);
        }
    }
}
