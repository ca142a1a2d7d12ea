namespace DanVan;

/// <summary>
/// An event that is hidden even as a fact, whatever its data say: it reaches the named services and nobody else. Where none is named it does not leave the
/// journal of its service. Compiled into every assembly that uses it, since contracts depend on nothing.
/// </summary>
/// <param name="services">The services that get it.</param>
[AttributeUsage(AttributeTargets.Class)]
sealed class OnlyForAttribute(params string[] services) : Attribute
{
    public IReadOnlyList<string> Services => services;
}
