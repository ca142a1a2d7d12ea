using System.Diagnostics;
using System.Diagnostics.Metrics;
using DanVan.Chassis.Journal;
using DanVan.Chassis.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DanVan.Chassis;

/// <summary>Traces, metrics and logs by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; own traces run through in any case.</summary>
public static class Telemetry
{
    static readonly string[] sources =
    [
        "Microsoft.AspNetCore",
        "System.Net.Http",
        "Npgsql",
        "MassTransit",
        "Yarp.ReverseProxy",
        "DanVan.*",
    ];

    /// <summary>Whether anybody reads the spans of this process.</summary>
    public static bool IsExported(IConfiguration configuration) => configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };

    internal static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        // Reactions go on with the trace of the request that caused them, exported or not: it stands in the logs and in the journal.
        ActivitySource.AddActivityListener(
            new ActivityListener
            {
                ShouldListenTo = source => source == ReactionRunner.Source,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            }
        );
        builder.Services.AddSingleton<JournalMetrics>();
        if (!IsExported(builder.Configuration))
            return;
        var resource = ResourceBuilder.CreateDefault().AddService(service, "danvan");
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter());
        builder.Services.AddHostedService(_ => new Exporters(resource));
    }

    sealed class Exporters(ResourceBuilder resource) : IHostedService
    {
        TracerProvider? traces;
        MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(sources).AddOtlpExporter().Build();
            metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter([.. sources, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"])
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces?.Dispose();
            metrics?.Dispose();
            return Task.CompletedTask;
        }
    }
}

/// <summary>How far the broker is behind the journal.</summary>
sealed class JournalMetrics : IDisposable
{
    readonly Meter meter = new("DanVan.Journal");

    public JournalMetrics(RelayState relay)
    {
        meter.CreateObservableGauge("journal.pending", () => relay.Pending, "{event}", "Events that the broker has not confirmed");
        meter.CreateObservableGauge("journal.oldest_seconds", () => relay.OldestPending.TotalSeconds, "s", "Age of the oldest of them");
    }

    public void Dispose() => meter.Dispose();
}
