using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Chassis.Http;

/// <summary>A rule said no. Rules return it as a value; the endpoint turns it into a problem.</summary>
/// <param name="Code">Stable, dotted and kebab-cased: <c>petitions.already-accepted</c>. Clients branch on it.</param>
/// <param name="Vi">Which rule, why, and what is allowed, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Status">409 unless the rule is about something else.</param>
/// <param name="Field">The member of the request that the rule is about, as in <c>items[0].days</c>.</param>
public sealed record Rejection(string Code, string Vi, string En, int Status = StatusCodes.Status409Conflict, string? Field = null)
{
    /// <summary>The problem (RFC 9457) in the language of the request.</summary>
    public ProblemHttpResult ToProblem() => Problems.Of(this);
}
