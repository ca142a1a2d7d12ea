using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DanVan.Platform.Tests.Http;

/// <summary>A long job that a test can watch, refuse and break.</summary>
public sealed class CountSlowly : IOperation
{
    public sealed record Input([Whole(0, 1000)] int To);

    public sealed record Outcome(int Counted, string Subject);

    public static string Kind => "count-slowly";

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/counts", Handle).RequireScope("notes.write").WithSummary("Count to a number");

    static Task<Accepted<OperationView>> Handle(Input input, OperationQueue queue, Caller caller, CancellationToken ct) =>
        queue.Enqueue<CountSlowly>(input, caller, ct);

    public async Task Run(OperationContext context, CancellationToken ct)
    {
        var to = context.InputAs<Input>().To;
        if (to == 13)
        {
            context.Reject(new Rejection("notes.unlucky", "Không đếm đến 13.", "Does not count to 13."));
            return;
        }
        for (var i = 1; i <= to; i++)
        {
            context.Report(i, to);
            await Task.Delay(10, ct);
        }
        context.Complete(new Outcome(to, context.Caller.Subject));
    }
}
