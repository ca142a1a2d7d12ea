using System.Collections.Concurrent;
using System.Text.Json;

namespace DanVan.Chassis;

/// <summary>The subject of an event: <c>&lt;aggregate in kebab-case&gt;/&lt;id&gt;</c>.</summary>
public static class SubjectName
{
    static readonly ConcurrentDictionary<Type, string> prefixes = new();

    /// <summary>The name of <paramref name="subject"/>.</summary>
    public static string Of(ISubject subject) => Of(subject.GetType(), subject.Id);

    /// <summary>The name of the <typeparamref name="TSubject"/> with this id.</summary>
    public static string Of<TSubject>(Guid id)
        where TSubject : ISubject => Of(typeof(TSubject), id);

    static string Of(Type type, Guid id) =>
        $"{prefixes.GetOrAdd(type, static t => JsonNamingPolicy.KebabCaseLower.ConvertName(t.Name))}/{id}";
}
