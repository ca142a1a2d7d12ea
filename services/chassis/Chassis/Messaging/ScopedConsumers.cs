using MassTransit;
using MassTransit.Context;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Messaging;

/// <summary>Makes a consumer in a scope for every attempt at a message.</summary>
sealed class ScopedConsumers<TConsumer>(string queue, ReactionRunner runner) : IConsumerFactory<TConsumer>
    where TConsumer : class
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<ConsumerConsumeContext<TConsumer, T>> next)
        where T : class =>
        runner.Run(
            queue,
            context.Envelope(),
            services => next.Send(new ConsumerConsumeContextScope<TConsumer, T>(context, services.GetRequiredService<TConsumer>())),
            context.CancellationToken
        );

    public void Probe(ProbeContext context) => context.CreateScope("scopedConsumers");
}
