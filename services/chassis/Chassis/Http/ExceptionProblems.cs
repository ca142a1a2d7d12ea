using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DanVan.Chassis.Http;

/// <summary>The one place where an exception becomes an answer. What is nobody's fault but ours is logged and told without detail.</summary>
sealed partial class ExceptionProblems(
    IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
    IEnumerable<OnlyOne> onlyOnes,
    ILogger<ExceptionProblems> log
) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            return true; // The caller has gone: there is nobody to answer.
        // The framework has taken the endpoint off the request by now and keeps it here.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var problem = Explain(context, endpoint, exception);
        if (problem.Status >= 500)
            Failed(log, exception, context.Request.Method, endpoint?.DisplayName, problem.Status.Value);
        await Problems.Write(context, problem);
        return true;
    }

    ProblemDetails Explain(HttpContext context, Endpoint? endpoint, Exception exception) =>
        exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => Unreadable(endpoint, bad),
            BadHttpRequestException bad => StatusProblem.Details(bad.StatusCode),
            DbUpdateConcurrencyException => Changed(context),
            KeysUnavailableException or BlobsUnavailableException => StatusProblem.Details(StatusCodes.Status503ServiceUnavailable),
            _ => DatabaseProblem.Explain(exception, onlyOnes) ?? StatusProblem.Details(StatusCodes.Status500InternalServerError),
        };

    // Queries and routes were looked at before the handler was bound (see QueryRules), so what cannot be read is the body.
    ProblemDetails Unreadable(Endpoint? endpoint, BadHttpRequestException bad)
    {
        var body = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>();
        if (bad.InnerException is System.Text.Json.JsonException fault)
            return Problems.InvalidDetails(JsonFault.Explain(fault, body?.RequestType, json.Value.SerializerOptions));
        if (body is null)
            return StatusProblem.Details(StatusCodes.Status400BadRequest);
        var message = Phrases.Of("Cần nội dung đúng kiểu mà thao tác này nhận.", "A body of the kind that this operation takes is needed.");
        return Problems.InvalidDetails(new Dictionary<string, string[]> { ["$"] = [message] });
    }

    // Somebody else wrote in between: with If-Match the caller stated a precondition, without it two writers just met.
    static ProblemDetails Changed(HttpContext context) =>
        context.Request.Headers.IfMatch.Count > 0
            ? StatusProblem.Details(StatusCodes.Status412PreconditionFailed)
            : Problems.Create(
                StatusCodes.Status409Conflict,
                "concurrent-change",
                "Tài nguyên vừa được người khác thay đổi. Đọc lại rồi thử lại.",
                "Somebody else has just changed the resource. Read it again, then try again."
            );

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed with {Status}")]
    static partial void Failed(ILogger log, Exception exception, string method, string? endpoint, int status);
}
