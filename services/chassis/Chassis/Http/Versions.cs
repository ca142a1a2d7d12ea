using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DanVan.Chassis.Http;

/// <summary>A view of something that changes. Answers that carry one get its version as a strong ETag, and GET honours If-None-Match.</summary>
public interface IVersionedView
{
    /// <summary>The version of the subject: the number of changes it has seen.</summary>
    int Version { get; }
}

/// <summary>The caller's condition on the version it read. A parameter of a handler; absent when the header was not sent.</summary>
public sealed class IfMatch
{
    readonly IList<EntityTagHeaderValue>? tags;

    IfMatch(IList<EntityTagHeaderValue>? tags) => this.tags = tags;

    /// <summary>412 when the caller sent If-Match and it does not name this version; nothing otherwise.</summary>
    public ProblemHttpResult? Refuses(int version)
    {
        if (tags is null || tags.Any(tag => tag.Tag == "*" || (!tag.IsWeak && tag.Tag == Versions.TagOf(version))))
            return null;
        return TypedResults.Problem(StatusProblem.Details(StatusCodes.Status412PreconditionFailed));
    }

    /// <summary>Reads the header. One that cannot be read names no version, so it refuses every one.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo _)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0)
            return ValueTask.FromResult<IfMatch?>(new(null));
        return ValueTask.FromResult<IfMatch?>(new(EntityTagHeaderValue.TryParseStrictList(header, out var tags) ? tags : []));
    }
}

static class Versions
{
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether If-None-Match already has this version, so that nothing need be sent.</summary>
    public static bool AlreadyKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } header
        && EntityTagHeaderValue.TryParseList(header, out var tags)
        && tags.Any(t => t.Tag == "*" || t.Tag == tag);
}
