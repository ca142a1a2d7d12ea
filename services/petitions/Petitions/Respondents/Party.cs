using System.Text.Json.Serialization;

namespace DanVan.Petitions.Respondents;

/// <summary>Of whom something is said: a person of the directory's register, or a unit; exactly one of the two.</summary>
public sealed record Party(Guid? PersonId, Guid? UnitId)
{
    [JsonIgnore]
    internal bool IsOne => PersonId is null != UnitId is null;

    internal static Party OfPerson(Guid id) => new(id, null);

    internal static Party OfUnit(Guid id) => new(null, id);

    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(Party);
}
