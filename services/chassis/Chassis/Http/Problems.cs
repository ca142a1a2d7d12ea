using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Http;

/// <summary>Problems as RFC 9457 has them, with <c>code</c>, <c>traceId</c> and, for input, <c>errors</c> by field.</summary>
public static class Problems
{
    /// <summary>A problem's type is this address followed by its code: a name that stays, whether or not something answers there.</summary>
    public const string TypePrefix = "https://danvan.vn/problems/";

    /// <summary>A rule said no.</summary>
    public static ProblemHttpResult Of(Rejection rejection)
    {
        var problem = Create(rejection.Status, rejection.Code, rejection.Vi, rejection.En);
        if (rejection.Field is { } field)
            problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [problem.Detail!] };
        return TypedResults.Problem(problem);
    }

    /// <summary>400: one member of the request is wrong; the text says why and what is allowed.</summary>
    public static ProblemHttpResult Invalid(string field, string vi, string en) =>
        Invalid(new Dictionary<string, string[]> { [field] = [Phrases.Of(vi, en)] });

    /// <summary>400 with all that is wrong, by field.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> errors) => TypedResults.Problem(InvalidDetails(errors));

    /// <summary>404 that says what was looked for. Also for what the caller may not know of.</summary>
    public static ProblemHttpResult NotFound(string vi, string en) =>
        TypedResults.Problem(Create(StatusCodes.Status404NotFound, "not-found", vi, en));

    /// <summary>A problem's details in the language of the request.</summary>
    public static ProblemDetails Create(int status, string code, string vi, string en) =>
        new()
        {
            Status = status,
            Type = TypePrefix + code,
            Title = StatusProblem.TitleOf(status),
            Detail = Phrases.Of(vi, en),
            Extensions = { ["code"] = code },
        };

    internal static ProblemDetails InvalidDetails(IDictionary<string, string[]> errors)
    {
        var problem = Create(
            StatusCodes.Status400BadRequest,
            "invalid-request",
            "Dữ liệu gửi lên chưa hợp lệ; xem từng trường trong errors.",
            "The request is not valid; see each field under errors."
        );
        problem.Extensions["errors"] = errors;
        return problem;
    }

    /// <summary>Writes a problem from where no result can be returned: middleware and handlers of exceptions.</summary>
    public static Task Write(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return context
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem })
            .AsTask();
    }

    internal static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
