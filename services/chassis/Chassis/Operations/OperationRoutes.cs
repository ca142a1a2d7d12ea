using System.Text.Json;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Operations;

/// <summary>Registers operations.</summary>
public static class OperationExtensions
{
    /// <summary>Adds the queue, its worker and the operation resource; called by the chassis.</summary>
    public static IServiceCollection AddOperations<TDb>(this IServiceCollection services)
        where TDb : ServiceDb =>
        services
            .AddSingleton<OperationSignal>()
            .AddSingleton<OperationLease>()
            .AddSingleton<OperationRoutes>()
            .AddScoped<OperationQueue>()
            .AddHostedService<OperationWorker>()
            .AddHostedService<IdempotencyCleanup>();

    /// <summary>Adds a kind of operation.</summary>
    public static IServiceCollection AddOperation<TOperation>(this IServiceCollection services)
        where TOperation : class, IOperation => services.AddSingleton(new OperationKind(TOperation.Kind, typeof(TOperation)));
}

/// <summary><c>GET /api/v1/&lt;service&gt;/operations/{id}</c></summary>
sealed class OperationRoutes(ServiceName service, IEnumerable<OperationKind> kinds)
{
    public void Map(IEndpointRouteBuilder app)
    {
        if (kinds.Any())
            app.MapResource($"/api/v1/{service.Value}/operations", "operations")
                .MapGet("/{id:guid}", Handle)
                .RequireAuthorization()
                .WithName($"get{char.ToUpperInvariant(service.Value[0])}{service.Value[1..]}Operation")
                .WithSummary("Progress and outcome of a long operation that the caller started");
    }

    static async Task<Results<Ok<OperationView>, NotFound>> Handle(Guid id, ServiceDb db, Caller caller, CancellationToken ct)
    {
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                select id, kind, status, done, total, result::text as result, problem::text as problem, created, finished
                from chassis.operations where id = {id} and subject = {caller.Subject} and issuer = {caller.Issuer}
                """
            )
            .ToListAsync(ct);
        return rows is [var row] ? TypedResults.Ok(row.ToView()) : TypedResults.NotFound();
    }

    sealed record Row(
        Guid Id,
        string Kind,
        string Status,
        long Done,
        long? Total,
        string? Result,
        string? Problem,
        DateTimeOffset Created,
        DateTimeOffset? Finished
    )
    {
        public OperationView ToView() =>
            new(
                Id,
                Kind,
                Enum.Parse<OperationStatus>(Status, ignoreCase: true),
                Done,
                Total,
                Json(Result),
                Json(Problem),
                Created,
                Finished
            );

        static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
    }
}
