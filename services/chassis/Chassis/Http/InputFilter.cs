using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Http;

/// <summary>Checks what a handler is given against the attributes of its parameters and of their types, and names all that is wrong at once.</summary>
static class InputFilter
{
    sealed record Argument(int Index, string Name, ValidationAttribute[] Rules, InputShape? Shape);

    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var services = context.ApplicationServices.GetService<IServiceProviderIsService>();
        Argument[] arguments =
        [
            .. context
                .MethodInfo.GetParameters()
                .Where(p => services?.IsService(p.ParameterType) is not true)
                .Select(p => new Argument(p.Position, p.Name!, [.. p.GetCustomAttributes<ValidationAttribute>()], ShapeOf(p.ParameterType)))
                .Where(a => a.Rules.Length > 0 || a.Shape is not null),
        ];
        return arguments.Length == 0 ? next : invocation => Check(invocation, arguments, next);
    }

    static ValueTask<object?> Check(EndpointFilterInvocationContext invocation, Argument[] arguments, EndpointFilterDelegate next)
    {
        var errors = new Dictionary<string, List<string>>();
        foreach (var (index, name, rules, shape) in arguments)
        {
            var value = invocation.Arguments[index];
            InputShape.Apply(rules, value, name, errors);
            if (shape is not null && value is not null)
                shape.Check(value, "", errors);
        }
        return errors.Count == 0
            ? next(invocation)
            : ValueTask.FromResult<object?>(Problems.Invalid(errors.ToDictionary(e => e.Key, e => e.Value.ToArray())));
    }

    static InputShape? ShapeOf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsAbstract || !InputShape.IsOwn(type) || type.GetMethod("BindAsync") is not null
            ? null
            : InputShape.Of(type);
}
