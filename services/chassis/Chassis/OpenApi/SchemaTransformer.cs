using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DanVan.Chassis.OpenApi;

/// <summary>Carries the limits that stand on the parameters of positional records into the schemas of their members.</summary>
static class SchemaTransformer
{
    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo?.AssociatedParameter?.AttributeProvider is { } parameter)
            foreach (var rule in parameter.GetCustomAttributes(inherit: false).OfType<ValidationAttribute>())
                Limit(schema, rule);
        if (context.JsonPropertyInfo is null && context.JsonTypeInfo.Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object)
            schema.AdditionalPropertiesAllowed = context.JsonTypeInfo.UnmappedMemberHandling is not System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        return Task.CompletedTask;
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
