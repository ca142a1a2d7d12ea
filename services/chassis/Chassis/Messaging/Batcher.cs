using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Gathers what arrives while the reaction is at work, and hands it over as the next batch: no waiting when little comes, full batches when much does.
/// </summary>
internal sealed class Batcher(string queue, Type reaction, ReactionRunner runner) : IConsumer<ReceivedEvent>
{
    /// <summary>Events in one batch at most, and twice as many fetched ahead.</summary>
    public const int Limit = 500;

    readonly Channel<(ReceivedEvent Event, TaskCompletionSource Done)> arrived = Channel.CreateUnbounded<(ReceivedEvent, TaskCompletionSource)>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public Task Consume(ConsumeContext<ReceivedEvent> context)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        arrived.Writer.TryWrite((context.Message, done));
        return done.Task;
    }

    /// <summary>Handles batches until cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        var batch = new List<(ReceivedEvent Event, TaskCompletionSource Done)>(Limit);
        while (await arrived.Reader.WaitToReadAsync(ct))
        {
            while (batch.Count < Limit && arrived.Reader.TryRead(out var next))
                batch.Add(next);
            if (!await TryHandle([.. batch.Select(item => item.Event)], batch.Select(item => item.Done), alone: batch.Count == 1, ct))
            {
                // One of them is poison: each by itself, so that it parks alone.
                foreach (var (received, done) in batch)
                    await TryHandle([received], [done], alone: true, ct);
            }
            batch.Clear();
        }
    }

    async Task<bool> TryHandle(IReadOnlyList<ReceivedEvent> events, IEnumerable<TaskCompletionSource> waiting, bool alone, CancellationToken ct)
    {
        try
        {
            await runner.Run(queue, events[0].Envelope, services => Reaction(services).Handle(events, ct), ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            if (alone)
                waiting.Single().TrySetException(failure);
            return false;
        }
        foreach (var done in waiting)
            done.TrySetResult();
        return true;
    }

    IBatchReaction Reaction(IServiceProvider services) => (IBatchReaction)services.GetRequiredService(reaction);
}
