using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DanVan.Chassis.OpenApi;

/// <summary>The <c>///</c> comments of the code, from the documentation file beside its assembly; nothing where there is none.</summary>
static partial class DocComments
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>What is said of a type.</summary>
    public static string? Of(Type type) => Text(Member(type, $"T:{Name(type)}")?.Element("summary"));

    /// <summary>What is said of a member of a type: on the property, or on the parameter of a positional record.</summary>
    public static string? Of(Type type, string property)
    {
        if (Text(Member(type, $"P:{Name(type)}.{property}")?.Element("summary")) is { } said)
            return said;
        var parameters = Member(type, $"T:{Name(type)}")?.Elements("param");
        return Text(parameters?.FirstOrDefault(p => p.Attribute("name")?.Value == property));
    }

    /// <summary>Gives back the memory of what was read; it is read anew when asked for.</summary>
    public static void Forget() => Files.Clear();

    static XElement? Member(Type type, string id) => Files.GetOrAdd(type.Assembly, Read).GetValueOrDefault(id);

    static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return File.Exists(file)
            ? XDocument
                .Load(file)
                .Descendants("member")
                .DistinctBy(m => m.Attribute("name")!.Value)
                .ToDictionary(m => m.Attribute("name")!.Value)
            : [];
    }

    static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var words = string.Concat(element.DescendantNodes().Select(Said));
        return Blanks().Replace(words, " ").Trim() is { Length: > 0 } text ? text : null;
    }

    // <see cref="T:A.B.C"/> reads as C, <c>x</c> as `x`.
    static string Said(XNode node) =>
        node switch
        {
            XText { Parent.Name.LocalName: "c" } code => $"`{code.Value}`",
            XText text => text.Value,
            XElement { IsEmpty: true, Name.LocalName: "paramref" } member =>
                $"`{JsonNamingPolicy.CamelCase.ConvertName(member.Attribute("name")?.Value ?? "")}`",
            XElement { IsEmpty: true } reference => reference.Attribute("cref")?.Value.Split('.', ':')[^1]
                ?? reference.Attribute("langword")?.Value
                ?? "",
            _ => "",
        };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
