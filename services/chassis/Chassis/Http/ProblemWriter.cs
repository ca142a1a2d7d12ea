using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DanVan.Chassis.Http;

/// <summary>Writes every problem of the process the same way, whatever Accept says: a machine that asked for HTML still learns what was wrong.</summary>
sealed class ProblemWriter(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;
        if (!problem.Extensions.ContainsKey("code"))
            StatusProblem.Complete(problem, problem.Status.Value);
        problem.Extensions["traceId"] = Problems.TraceIdOf(http);

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff"; // gone with the other headers of an answer that failed
        http.Response.Headers.ContentLanguage = Phrases.Language;
        if (problem.Status is StatusCodes.Status503ServiceUnavailable && http.Response.Headers.RetryAfter.Count == 0)
            http.Response.Headers.RetryAfter = "5";
        var type = json.Value.SerializerOptions.GetTypeInfo(typeof(ProblemDetails));
        await http.Response.WriteAsJsonAsync(problem, type, "application/problem+json", http.RequestAborted);
    }
}
