using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace DanVan.Chassis.OpenApi;

/// <summary>
/// Lets positional records be bound with <c>[AsParameters]</c> and carry limits on their parameters. The framework (10.0) hands out the attributes of such a
/// parameter in an array of the wrong type, on which its own OpenAPI generator then fails; this gives it the right one.
/// </summary>
sealed class MergedParameters : IApiDescriptionProvider
{
    /// <summary>After the framework's own provider, which sorts first.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var parameter in context.Results.SelectMany(d => d.ParameterDescriptions))
            if (
                parameter.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: { } info } descriptor
                && info.Member is PropertyInfo
            )
                parameter.ParameterDescriptor = new Descriptor((ParameterDescriptor)descriptor, new TypedAttributes(info));
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context) { }

    sealed class Descriptor : ParameterDescriptor, IParameterInfoParameterDescriptor
    {
        public Descriptor(ParameterDescriptor original, ParameterInfo info)
        {
            (Name, ParameterType, BindingInfo, ParameterInfo) = (original.Name, original.ParameterType, original.BindingInfo, info);
        }

        public ParameterInfo ParameterInfo { get; }
    }

    sealed class TypedAttributes : ParameterInfo
    {
        readonly ParameterInfo info;

        public TypedAttributes(ParameterInfo info)
        {
            this.info = info;
            (NameImpl, ClassImpl, MemberImpl, PositionImpl, AttrsImpl) = (
                info.Name,
                info.ParameterType,
                info.Member,
                info.Position,
                info.Attributes
            );
        }

        public override object? DefaultValue => info.DefaultValue;
        public override bool HasDefaultValue => info.HasDefaultValue;
        public override object? RawDefaultValue => info.RawDefaultValue;

        public override object[] GetCustomAttributes(bool inherit) => info.GetCustomAttributes(inherit);

        public override object[] GetCustomAttributes(Type attributeType, bool inherit)
        {
            var found = info.GetCustomAttributes(attributeType, inherit);
            var typed = (object[])Array.CreateInstance(attributeType, found.Length);
            found.CopyTo(typed, 0);
            return typed;
        }

        public override bool IsDefined(Type attributeType, bool inherit) => info.IsDefined(attributeType, inherit);
    }
}
