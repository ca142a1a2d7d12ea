using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Http;

/// <summary>What the caller is told when the database finds that there is one already.</summary>
/// <param name="Constraint">The name of the unique constraint or index.</param>
/// <param name="Rejection">The refusal, with the field.</param>
sealed record OnlyOne(string Constraint, Rejection Rejection);

/// <summary>Names what there can be one of only.</summary>
public static class OnlyOneExtensions
{
    /// <summary>
    /// A second row under the unique index <paramref name="constraint"/> is refused with <paramref name="rejection"/>: the index has the last word where two
    /// requests meet, and so no look beforehand is needed. Without this the answer is 409 <c>already-exists</c>, which names no field.
    /// </summary>
    public static IServiceCollection AddOnlyOne(this IServiceCollection services, string constraint, Rejection rejection) =>
        services.AddSingleton(new OnlyOne(constraint, rejection));
}
