using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>Tells of a schema what the code tells of the type: what it is, what must be there, and the limits on the parameters of positional records.</summary>
static class SchemaTransformer
{
    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var (type, member) = (context.JsonTypeInfo.Type, context.JsonPropertyInfo);
        // Converters read texts and enums, and the framework knows nothing of what converters read; so it says nothing of lists of them either.
        if (type == typeof(string))
            schema.Type = member is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        else if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names)
            Name(schema, names);
        else if (schema.Type is { } kind && kind.HasFlag(JsonSchemaType.Array))
            schema.Items ??= ItemsOf(context.JsonTypeInfo.ElementType);
        // Until it is known that it is only sent: RequestSchemas.
        schema.AdditionalPropertiesAllowed = true;
        if (member is not null)
            Describe(schema, member);
        else if (InputShape.IsOwn(type))
            schema.Description ??= DocComments.Of(type);
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Object, Properties: var members } && schema.Properties is not null)
            schema.Required = members.Where(m => m.IsRequired).Select(m => m.Name).ToHashSet();
        return Task.CompletedTask;
    }

    // Whether there may be none is said where the enum is used, not in the list of its names.
    static void Name(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. JsonShape.EnumNames(type).Select(name => (JsonNode)JsonValue.Create(name))];
    }

    static OpenApiSchema ItemsOf(Type? element) => element == typeof(string) ? new() { Type = JsonSchemaType.String } : new();

    static void Describe(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (member.AssociatedParameter?.AttributeProvider is { } parameter)
        {
            schema.Description ??= parameter
                .GetCustomAttributes(inherit: false)
                .OfType<DescriptionAttribute>()
                .FirstOrDefault()
                ?.Description;
            foreach (var rule in parameter.GetCustomAttributes(inherit: false).OfType<ValidationAttribute>())
                Limit(schema, rule);
        }
        if (member.AttributeProvider is System.Reflection.PropertyInfo property)
            schema.Description ??= DocComments.Of(property.DeclaringType!, property.Name);
    }

    static void Limit(OpenApiSchema schema, ValidationAttribute rule)
    {
        switch (rule)
        {
            case StringLengthAttribute length:
                (schema.MinLength, schema.MaxLength) = (length.MinimumLength, length.MaximumLength);
                break;
            case RangeAttribute range:
                schema.Minimum = Convert.ToString(range.Minimum, CultureInfo.InvariantCulture);
                schema.Maximum = Convert.ToString(range.Maximum, CultureInfo.InvariantCulture);
                break;
            case LengthAttribute items:
                (schema.MinItems, schema.MaxItems) = (items.MinimumLength, items.MaximumLength);
                break;
            case RegularExpressionAttribute pattern:
                schema.Pattern = $"^(?:{pattern.Pattern})$";
                break;
        }
    }
}
