using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DanVan.Chassis;

/// <summary>snake_case tables and columns, enums as UPPER_SNAKE text, versions as concurrency tokens.</summary>
sealed class NamingConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
                entity.Builder.ToTable(Snake(table), entity.GetSchema());
            NameColumns(entity);
            if (typeof(ISubject).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(ISubject.Version))?.Builder.IsConcurrencyToken(true);
        }
    }

    static void NameColumns(IConventionTypeBase type)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.GetColumnNameConfigurationSource() is null)
                property.Builder.HasColumnName(Snake(property.GetColumnName()));
            var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (clr.IsEnum)
                property.Builder.HasConversion((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(clr))!);
        }
        foreach (var complex in type.GetComplexProperties())
            NameColumns(complex.ComplexType);
    }

    static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    sealed class EnumText<TEnum>() : ValueConverter<TEnum, string>(value => EnumNames.Of(value), text => EnumNames.Parse<TEnum>(text))
        where TEnum : struct, Enum;
}

/// <summary>Enums are UPPER_SNAKE text wherever they leave a process: on the wire, in a table, in a document.</summary>
public static class EnumNames
{
    /// <summary><c>KhieuNai</c> → <c>KHIEU_NAI</c>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByValue[value];

    /// <summary><c>KHIEU_NAI</c> → <c>KhieuNai</c>.</summary>
    /// <exception cref="KeyNotFoundException">No member has that name.</exception>
    public static TEnum Parse<TEnum>(string text)
        where TEnum : struct, Enum => Names<TEnum>.ByName[text];

    static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>()
            .ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        public static readonly Dictionary<string, TEnum> ByName = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
