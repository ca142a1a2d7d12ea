namespace DanVan;

/// <summary>
/// Some events of this assembly must be hidden even as a fact: those whose data say <paramref name="member"/> = <paramref name="value"/>, and those
/// that do not say. They reach the named services and nobody else. Compiled into every assembly that declares it, since contracts depend on nothing.
/// </summary>
/// <param name="member">The member of the data that decides, as on the wire: <c>kind</c>.</param>
/// <param name="value">The text under which an event is restricted.</param>
/// <param name="services">The services that get it all the same.</param>
[AttributeUsage(AttributeTargets.Assembly)]
sealed class RestrictedAttribute(string member, string value, params string[] services) : Attribute
{
    public string Member => member;
    public string Value => value;
    public IReadOnlyList<string> Services => services;

    /// <summary>Events that tell of nothing that could be hidden, and so have no such member: sums, say.</summary>
    public Type[] Except { get; init; } = [];
}
