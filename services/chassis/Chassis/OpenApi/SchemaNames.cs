namespace DanVan.Chassis.OpenApi;

/// <summary>Names of schemas: <c>ReceivePetition.Request</c> is <c>ReceivePetitionRequest</c>, a page of petitions is <c>PetitionViewPage</c>.</summary>
static class SchemaNames
{
    /// <summary>The name of a type of ours, or none for those that the framework names itself.</summary>
    public static string? Of(Type type)
    {
        if (!Http.InputShape.IsOwn(type) || Nullable.GetUnderlyingType(type) is not null)
            return null;
        var name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`')] : type.Name;
        if (type.DeclaringType is { } outer && !name.StartsWith(outer.Name, StringComparison.Ordinal))
            name = outer.Name + name;
        return string.Concat(type.GetGenericArguments().Select(a => Of(a) ?? a.Name)) + name;
    }
}
