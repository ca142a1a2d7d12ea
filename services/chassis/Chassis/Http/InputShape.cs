using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Chassis.Http;

/// <summary>
/// What the attributes of a request type demand, read once a type: on the parameters of a positional record, on properties, and in the types of
/// members and of list items. The framework's validation generator would have to run in every service and stay silent where it does not.
/// </summary>
sealed class InputShape
{
    static readonly ConcurrentDictionary<Type, InputShape> Known = new();

    readonly List<Member> members = [];
    readonly bool checksItself;

    sealed record Member(string Name, PropertyInfo Property, ValidationAttribute[] Rules, InputShape? Item, bool IsList, bool TakesNulls);

    InputShape(Type type, Dictionary<Type, InputShape> building)
    {
        building[type] = this;
        var nullability = new NullabilityInfoContext();
        checksItself = type.IsAssignableTo(typeof(IValidatableObject));
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetCustomAttribute<JsonIgnoreAttribute>() is not null)
                continue;
            var parameter = parameters.FirstOrDefault(p => p.Name == property.Name);
            ValidationAttribute[] rules =
            [
                .. property.GetCustomAttributes<ValidationAttribute>(),
                .. parameter?.GetCustomAttributes<ValidationAttribute>() ?? [],
            ];
            var element = ElementOf(property.PropertyType);
            var inner = InnerShape(element ?? property.PropertyType, building);
            var takesNulls = element is null || MayBeNull(element, property, nullability);
            if (rules.Length > 0 || inner is not null || !takesNulls)
                members.Add(
                    new(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property, rules, inner, element is not null, takesNulls)
                );
        }
    }

    /// <summary>The shape of a request type.</summary>
    public static InputShape Of(Type type) => Known.GetOrAdd(type, static t => new InputShape(t, new Dictionary<Type, InputShape>()));

    /// <summary>Adds what is wrong with a value, by path.</summary>
    public void Check(object value, string path, Dictionary<string, List<string>> errors)
    {
        foreach (var (name, property, rules, item, isList, takesNulls) in members)
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            var content = property.GetValue(value);
            Apply(rules, content, at, errors);
            if (content is null)
                continue;
            if (isList && (item is not null || !takesNulls))
                CheckItems(item, takesNulls, (IEnumerable)content, at, errors);
            else
                item?.Check(content, at, errors);
        }
        if (checksItself)
            foreach (var result in ((IValidatableObject)value).Validate(new ValidationContext(value)))
            foreach (var name in result.MemberNames.DefaultIfEmpty("$"))
                Add(errors, path.Length == 0 ? name : $"{path}.{name}", result.ErrorMessage ?? "");
    }

    /// <summary>Adds what the rules have against a single value.</summary>
    public static void Apply(IEnumerable<ValidationAttribute> rules, object? content, string at, Dictionary<string, List<string>> errors)
    {
        foreach (var rule in rules)
            if (!rule.IsValid(content))
                Add(errors, at, rule.FormatErrorMessage(at));
    }

    static void CheckItems(InputShape? item, bool takesNulls, IEnumerable items, string at, Dictionary<string, List<string>> errors)
    {
        var index = 0;
        foreach (var element in items)
        {
            if (element is not null)
                item?.Check(element, $"{at}[{index}]", errors);
            else if (!takesNulls) // The serializer looks at the nullability of members, not of the items of their lists.
                Add(errors, $"{at}[{index}]", Phrases.Of("Không được là null.", "Must not be null."));
            index++;
        }
    }

    static void Add(Dictionary<string, List<string>> errors, string at, string message)
    {
        if (!errors.TryGetValue(at, out var messages))
            errors[at] = messages = [];
        messages.Add(message);
    }

    static bool MayBeNull(Type element, PropertyInfo list, NullabilityInfoContext nullability)
    {
        if (element.IsValueType)
            return Nullable.GetUnderlyingType(element) is not null;
        var info = nullability.Create(list);
        return (info.ElementType ?? info.GenericTypeArguments.FirstOrDefault())?.ReadState is NullabilityState.Nullable;
    }

    static InputShape? InnerShape(Type type, Dictionary<Type, InputShape> building) =>
        type.IsPrimitive || type.IsEnum || !IsOwn(type) ? null
        : building.TryGetValue(type, out var shape) ? shape
        : new InputShape(type, building);

    /// <summary>Whether a type is one of ours, so that its attributes may say something.</summary>
    public static bool IsOwn(Type type) =>
        type.Namespace is { } name
        && !name.StartsWith("System", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft", StringComparison.Ordinal);

    static Type? ElementOf(Type type) =>
        type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
}
