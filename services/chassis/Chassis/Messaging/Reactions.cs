using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MassTransitLog = MassTransit.LogContext;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Takes events from this service's queues. It starts when the broker answers, and the service serves meanwhile; a lost connection is the bus's to mend.
/// </summary>
sealed class Reactions(
    Broker broker,
    Topology topology,
    FormerQueues former,
    IOptions<QueueOptions> options,
    IEnumerable<Reaction> reactions,
    ReactionRunner runner,
    StartGate gate,
    ILoggerFactory logs,
    TimeProvider clock
) : BackgroundService
{
    readonly ILogger log = logs.CreateLogger<Reactions>();

    /// <summary>All queues are being consumed.</summary>
    public bool Started { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!reactions.Any())
        {
            Started = true;
            return;
        }
        await gate.Opened.WaitAsync(stoppingToken);
        await DeclareWhenTheBrokerAnswers(stoppingToken);
        var contracts = reactions.SelectMany(reaction => reaction.Contracts).Distinct().ToDictionary(type => EventType.Of(type).Name);
        var batches = reactions
            .Where(reaction => reaction.IsBatch)
            .Select(reaction => Batch(reaction, contracts).Run(stoppingToken))
            .ToArray();
        var bus = reactions.Any(reaction => !reaction.IsBatch) ? await StartBus(contracts, stoppingToken) : null;
        Started = true;
        try
        {
            await Task.WhenAll([CarryOver(stoppingToken), .. batches]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("No more events are taken");
        }
        finally
        {
            Started = false;
            if (bus is not null)
                await bus.StopAsync(TimeSpan.FromSeconds(15));
        }
    }

    BatchQueue Batch(Reaction reaction, IReadOnlyDictionary<string, Type> contracts) =>
        new(broker, topology, reaction, contracts, runner, clock, log);

    async Task<IBusControl> StartBus(IReadOnlyDictionary<string, Type> contracts, CancellationToken ct)
    {
        MassTransitLog.ConfigureCurrentLogContext(logs);
        var bus = Bus.Factory.CreateUsingRabbitMq(configuration => Configure(configuration, contracts));
        await bus.StartAsync(ct);
        return bus;
    }

    async Task DeclareWhenTheBrokerAnswers(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await topology.Declare(ct);
                return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("The broker cannot be used yet: {Reason}", failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, ct);
            }
        }
    }

    /// <summary>For as long as this version runs: an earlier one may come and go beside it.</summary>
    async Task CarryOver(CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(options.Value.CarryOverEvery, clock);
        do
        {
            try
            {
                await former.CarryOver(newer: false, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("Former queues stay as they are for now: {Reason}", failure.Message);
            }
        } while (await ticks.WaitForNextTickAsync(ct));
    }

    void Configure(IRabbitMqBusFactoryConfigurator bus, IReadOnlyDictionary<string, Type> contracts)
    {
        bus.Host(broker.Uri, $"{broker.Service} reactions", host => host.Heartbeat(TimeSpan.FromSeconds(10)));
        bus.ClearSerialization();
        var cloudEvents = new CloudEventsSerialization(contracts);
        bus.AddSerializer(cloudEvents);
        bus.AddDeserializer(cloudEvents, isDefault: true);
        foreach (var reaction in reactions.Where(reaction => !reaction.IsBatch))
            bus.ReceiveEndpoint(topology.Queue(reaction), endpoint => Configure(endpoint, reaction));
    }

    void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, Reaction reaction)
    {
        var queue = topology.Queue(reaction);
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        foreach (var (name, value) in topology.Plan(reaction).Arguments)
            endpoint.SetQueueArgument(name, value!);
        // A failed message goes back to the broker, which counts and parks it: nothing of ours has to publish for that.
        endpoint.RethrowFaultedMessages();
        endpoint.ThrowOnSkippedMessages();
        endpoint.PrefetchCount = 32;
        endpoint.ConcurrentMessageLimit = 16;
        typeof(Reactions)
            .GetMethod(nameof(Consume), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(reaction.Class)
            .Invoke(this, [endpoint, queue]);
    }

    void Consume<TConsumer>(IRabbitMqReceiveEndpointConfigurator endpoint, string queue)
        where TConsumer : class, IConsumer => endpoint.Consumer(new ScopedConsumers<TConsumer>(queue, runner));
}
