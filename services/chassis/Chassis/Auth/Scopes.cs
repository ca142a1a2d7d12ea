using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace DanVan.Chassis.Auth;

/// <summary>The scope that an endpoint demands; several are all demanded.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ScopeAttribute(string scope) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData, IAuthorizeData
{
    /// <summary>The scope, as in the token.</summary>
    public string Scope => scope;

    string? IAuthorizeData.Policy { get; set; }
    string? IAuthorizeData.Roles { get; set; }
    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

sealed class ScopeHandler : AuthorizationHandler<ScopeAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeAttribute requirement)
    {
        if (Caller.Of(context.User).Has(requirement.Scope))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Says who may call an endpoint.</summary>
public static class ScopeExtensions
{
    /// <summary>Only callers whose token carries the scope: 401 without a token, 403 without the scope.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ScopeAttribute(scope));
}
