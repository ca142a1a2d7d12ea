using System.Reflection;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Chassis.Journal;
using DanVan.Chassis.Messaging;
using DanVan.Chassis.Operations;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Chassis;

/// <summary>Makes a web application a service of the platform.</summary>
public static class ChassisExtensions
{
    /// <summary>
    /// Adds everything a service stands on: its database with journal and relay, reactions to events, the HTTP rules, tokens, operations, blobs,
    /// telemetry, health and the graceful stop.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="service">Name of the service: its role, its queues, its source of events.</param>
    /// <exception cref="InvalidOperationException">A setting is missing; the message says which.</exception>
    public static WebApplicationBuilder AddChassis<TDb>(this WebApplicationBuilder builder, string service)
        where TDb : ServiceDb
    {
        builder.AddHosting(service);
        builder.AddDatabase<TDb>(service);
        builder.AddEvents(service, typeof(TDb).Assembly);
        builder.AddHttpRules(service);
        builder.AddTokens();
        builder.Services.AddOperations<TDb>();
        builder.Services.AddBlobs();
        return builder;
    }

    /// <summary>Adds a reaction: a queue <c>&lt;service&gt;.&lt;name&gt;</c> bound to the events of the consumer's <see cref="IConsumer{T}"/> interfaces.</summary>
    public static IServiceCollection AddReaction<TConsumer>(this IServiceCollection services, string name)
        where TConsumer : class, IConsumer => services.AddScoped<TConsumer>().AddSingleton(Reaction.Of<TConsumer>(name));

    /// <summary>Adds a reaction that takes many events at once: a queue <c>&lt;service&gt;.&lt;name&gt;</c> bound to these events, or to all when none is named.</summary>
    public static IServiceCollection AddBatchReaction<TReaction>(this IServiceCollection services, string name, params Type[] contracts)
        where TReaction : class, IBatchReaction =>
        services.AddScoped<TReaction>().AddSingleton(new Reaction(name, typeof(TReaction), contracts));

    /// <summary>Puts the chassis' middleware and health endpoints in place.</summary>
    public static WebApplication UseChassis(this WebApplication app)
    {
        app.UseHttpRules();
        app.MapHealth();
        return app;
    }

    /// <summary>Serves until told to stop, or does what a verb on the command line says. Returns the exit code.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app, string[] args)
    {
        var words = args.TakeWhile(word => !word.Contains('=', StringComparison.Ordinal)).ToArray();
        var heldBy = words is ["migrate", "--then-serve", var file] ? file : null;
        try
        {
            if (words.Length > 0 && heldBy is null)
                return await Verbs.Run(app, words, app.Lifetime.ApplicationStopping);
            if (heldBy is not null)
                return await StartGate.ServeBehind(heldBy, app);
            await app.GuardEndpoints().RunAsync();
            return 0;
        }
        catch (Exception refused) when (refused is OptionsValidationException or InvalidOperationException)
        {
            // A setting that is missing or wrong, a schema that is behind, a broker that is away: the sentence says it, a stack trace would hide it.
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    static void AddDatabase<TDb>(this WebApplicationBuilder builder, string service)
        where TDb : ServiceDb
    {
        var connection = new NpgsqlConnectionStringBuilder(builder.Configuration.Required("ConnectionStrings:Database"))
        {
            ApplicationName = service,
            // Values are somebody's data: they never go into an error.
            IncludeErrorDetail = false,
            PersistSecurityInfo = true,
            MaxAutoPrepare = 50,
            // Seven statements before each use of a connection, to clear what nothing here leaves behind: see OwnConnection.
            NoResetOnClose = true,
            Timeout = 5,
        };
        builder.Services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connection.ConnectionString).Build());
        builder.Services.AddSingleton<CommitSignals>().AddSingleton<AnnouncementServices>();
        builder.Services.AddDbContextPool<TDb>(
            (services, options) =>
                options
                    // One statement reads an aggregate as it was at one moment; several would have to be put in a transaction.
                    .UseNpgsql(
                        services.GetRequiredService<NpgsqlDataSource>(),
                        npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
                    )
                    .UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll)
                    .AddInterceptors(services.GetRequiredService<CommitSignals>())
        );
        builder.Services.AddScoped<ServiceDb>(services => services.GetRequiredService<TDb>());
        builder
            .Services.AddMigrations(typeof(ChassisExtensions).Assembly)
            .AddSingleton(new MigrationSource(typeof(TDb).Assembly, Last: true));
        builder.Services.AddSingleton<Migrator>();
    }

    static void AddEvents(this WebApplicationBuilder builder, string service, Assembly program)
    {
        builder.Services.AddOptions<RelayOptions>().BindConfiguration("Relay").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(new Broker(new Uri(builder.Configuration.Required("RabbitMq:Uri")), service));
        builder
            .Services.AddOptions<EventOptions>()
            .BindConfiguration("Events")
            .Validate(options => options.IsValid, "Events:PublicAddress is not an absolute address of http or https")
            .ValidateOnStart();
        builder.Services.AddSingleton(services => new Publication(
            Restriction.OfService(program),
            services.GetRequiredService<IOptions<EventOptions>>().Value.PublicAddress
        ));
        builder.Services.AddSingleton<OutboxSignal>().AddSingleton<JournalSignal>().AddSingleton<RelayState>();
        builder.Services.AddSingleton(services => new JournalTail(services.GetRequiredService<IOptions<RelayOptions>>().Value.Batch));
        builder.Services.AddSingleton<Sequencer>().AddSingleton<Publisher>().AddSingleton<Audit>().AddSingleton<Replay>();
        builder.Services.AddOptions<QueueOptions>().BindConfiguration("Queues").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<QueueRevisions>().AddSingleton<FormerQueues>();
        builder.Services.AddSingleton(services => new Correspondence(
            services.GetRequiredService<Broker>(),
            services.GetRequiredService<NpgsqlDataSource>(),
            services.GetRequiredService<Publication>(),
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddSingleton<Topology>().AddSingleton<ReactionRunner>().AddSingleton<Reactions>();
        builder.Services.AddHostedService<SchemaCheck>();
        builder.Services.AddSingleton<StartGate>();
        builder.Services.AddHostedService<Relay>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Reactions>());
    }
}
