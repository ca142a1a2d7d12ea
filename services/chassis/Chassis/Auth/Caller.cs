using System.Collections.Frozen;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace DanVan.Chassis.Auth;

/// <summary>Who calls, as the token says. A parameter of a handler.</summary>
/// <param name="Subject">The API client or member of staff.</param>
/// <param name="UnitId">The unit whose subtree the caller works in; none when the token names no unit, and then nothing below a unit is visible.</param>
/// <param name="Scopes">What the caller may do.</param>
public sealed record Caller(string Subject, Guid? UnitId, FrozenSet<string> Scopes)
{
    /// <summary>A call without a token, where an operation is open to all.</summary>
    public static readonly Caller Anonymous = new("anonymous", null, FrozenSet<string>.Empty);

    /// <summary>Who issued the token: a subject is unique within its issuer only.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>The quota class that the issuer gave the caller; none when it gave none.</summary>
    public string? Quota { get; init; }

    /// <summary>Whose account it is, in the directory's register of people; none for an API client, an account of nobody, and another issuer's subject.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whether there was no token.</summary>
    public bool IsAnonymous => ReferenceEquals(this, Anonymous);

    /// <summary>Whether the token carries the scope.</summary>
    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>The caller of a request.</summary>
    public static Caller Of(HttpContext context) => Of(context.User);

    /// <summary>The caller behind a principal made by the platform's own authentication.</summary>
    public static Caller Of(ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller ?? Anonymous;

    /// <summary>Binds the parameter of a handler.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult<Caller?>(Of(context));
}

/// <summary>Carries the caller through the framework's principal.</summary>
sealed class CallerIdentity(Caller caller)
    : ClaimsIdentity([new Claim("sub", caller.Subject, null, caller.Issuer)], TokenAuthentication.Scheme, "sub", null)
{
    public Caller Caller { get; } = caller;
}
