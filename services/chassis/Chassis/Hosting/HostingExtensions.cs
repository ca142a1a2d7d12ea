using System.Diagnostics;
using DanVan.Chassis.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DanVan.Chassis;

/// <summary>What every process of the platform needs, the gateway included: secrets from files, a clock, logs, telemetry, a graceful stop.</summary>
public static class HostingExtensions
{
    /// <summary>
    /// An application with the settings beside its program, wherever it is started from: a verb that is run from elsewhere would read others or none, and
    /// watch every folder below for changes.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    /// <summary>Adds it.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="service">Name of the process in logs and telemetry.</param>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, string service)
    {
        if (builder.Configuration["Secrets:Path"] is { Length: > 0 } secrets)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
        builder.Services.TryAddSingleton(Clock(builder.Configuration));
        builder
            .Logging.ClearProviders()
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            });
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        builder
            .Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // It warns that its keys are not kept. Nothing here is sealed with them: no cookie, no session.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.AddTelemetry(service);
        return builder;
    }

    /// <summary>The system's clock, moved by <c>Clock:Offset</c> in a sandbox.</summary>
    static TimeProvider Clock(ConfigurationManager configuration) =>
        configuration.GetValue<TimeSpan?>("Clock:Offset") is { } offset ? new MovedClock(offset) : TimeProvider.System;

    sealed class MovedClock(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
    }
}

/// <summary>Business time.</summary>
public static class ClockExtensions
{
    static readonly TimeZoneInfo vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Today in Asia/Ho_Chi_Minh (UTC+7): business dates are dates there.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().BusinessDate();

    /// <summary>The date of a moment in Asia/Ho_Chi_Minh.</summary>
    public static DateOnly BusinessDate(this DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, vietnam).DateTime);
}
