using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DanVan.Chassis.Auth;

/// <summary>Bearer tokens from the Authorization header, and from nowhere else.</summary>
sealed class TokenAuthentication(TokenChecks checks) : IAuthenticationHandler
{
    public const string Scheme = "Bearer";
    const string Prefix = "Bearer ";
    static readonly Task<AuthenticateResult> nothing = Task.FromResult(AuthenticateResult.NoResult());

    HttpContext context = null!;
    bool refused;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        Begin(context);
        return Task.CompletedTask;
    }

    public void Begin(HttpContext context) => this.context = context;

    public Task<AuthenticateResult> AuthenticateAsync()
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
            return nothing;
        if (header is not [{ } value] || !value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || value.Length > StrictJwt.Longest)
            return Task.FromResult(Refused());
        return checks.Remembered(value.AsSpan(Prefix.Length), out var key) is { } known
            ? Task.FromResult(known)
            : Check(value[Prefix.Length..], key);
    }

    public Task ChallengeAsync(AuthenticationProperties? properties)
    {
        context.Response.Headers.WWWAuthenticate = refused ? "Bearer realm=\"danvan\", error=\"invalid_token\"" : "Bearer realm=\"danvan\"";
        var problem = refused
            ? Problems.Create(
                StatusCodes.Status401Unauthorized,
                "invalid-token",
                "Mã truy cập không hợp lệ, đã hết hạn hoặc không dành cho hệ thống này. Lấy mã mới rồi gửi lại.",
                "The token is not valid, has expired or is not for this platform. Get a new one and send the request again."
            )
            : StatusProblem.Details(StatusCodes.Status401Unauthorized);
        return Problems.Write(context, problem);
    }

    public Task ForbidAsync(AuthenticationProperties? properties)
    {
        var scopes = context.GetEndpoint()?.Metadata.GetOrderedMetadata<ScopeAttribute>().Select(s => s.Scope).ToArray() ?? [];
        var needed = string.Join(' ', scopes);
        context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"danvan\", error=\"insufficient_scope\", scope=\"{needed}\"";
        return Problems.Write(
            context,
            Problems.Create(
                StatusCodes.Status403Forbidden,
                "insufficient-scope",
                $"Thao tác này cần quyền (scope): {needed}.",
                $"This operation needs the scope: {needed}."
            )
        );
    }

    async Task<AuthenticateResult> Check(string token, TokenMemory.Key key) =>
        await checks.Check(token, key, context.RequestAborted) ?? Refused();

    AuthenticateResult Refused()
    {
        refused = true;
        return AuthenticateResult.Fail("The token was refused.");
    }
}
