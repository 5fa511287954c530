using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Compiles members into delegates, so that no reflection happens while a request runs.</summary>
internal sealed class ResolverCompiler(IServiceProviderIsService? knownServices)
{
    private static readonly MethodInfo ContextParent = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Parent))!;
    private static readonly MethodInfo ContextService = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Service))!;
    private static readonly MethodInfo ContextArgument = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Argument))!;

    /// <summary>Whether a parameter is filled by the server and so is no argument of the field.</summary>
    public bool IsInjected(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(CancellationToken) || type == typeof(IResolverContext) || type == typeof(ISelection)
            || type == typeof(IServiceProvider)
            || parameter.IsDefined(typeof(ServiceAttribute)) || parameter.IsDefined(typeof(ParentAttribute))
            || (!type.IsValueType && TypeReferences.ElementOf(type) is null && type != typeof(string) && knownServices?.IsService(type) == true);
    }

    /// <summary>Reads a property of the parent object.</summary>
    public static Func<object, object?> CompileProperty(PropertyInfo property, Type owner)
    {
        var parent = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(parent, owner), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent).Compile();
    }

    /// <summary>Calls a method; exactly one of the two results is set, depending on whether the method can wait.</summary>
    public (Func<IResolverContext, object?>? Pure, Func<IResolverContext, ValueTask<object?>>? Async) CompileMethod(
        MethodInfo method, Type owner, bool argumentsInInput = false)
    {
        var context = Expression.Parameter(typeof(IResolverContext));
        var arguments = method.GetParameters().Select(p => Bind(p, context, argumentsInInput));
        var instance = method.IsStatic ? null : Expression.Call(context, ContextParent.MakeGenericMethod(owner));
        Expression call = Expression.Call(instance, method, arguments);
        if (!TypeReferences.IsAwaitable(method.ReturnType))
        {
            return (Expression.Lambda<Func<IResolverContext, object?>>(Expression.Convert(call, typeof(object)), context).Compile(), null);
        }

        var adapter = typeof(ResolverCompiler)
            .GetMethod(
                method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(FromTask) : nameof(FromValueTask),
                BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]);
        call = Expression.Call(adapter, call);
        return (null, Expression.Lambda<Func<IResolverContext, ValueTask<object?>>>(call, context).Compile());
    }

    private Expression Bind(ParameterInfo parameter, ParameterExpression context, bool argumentsInInput)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
        {
            return Expression.Property(context, nameof(IResolverContext.RequestAborted));
        }

        if (type == typeof(IResolverContext))
        {
            return context;
        }

        if (type == typeof(ISelection))
        {
            return Expression.Property(context, nameof(IResolverContext.Selection));
        }

        if (type == typeof(IServiceProvider))
        {
            return Expression.Property(context, nameof(IResolverContext.Services));
        }

        if (parameter.IsDefined(typeof(ParentAttribute)))
        {
            return Expression.Call(context, ContextParent.MakeGenericMethod(type));
        }

        if (IsInjected(parameter))
        {
            return Expression.Call(context, ContextService.MakeGenericMethod(type));
        }

        var name = Expression.Constant(SchemaNames.OfParameter(parameter));
        return argumentsInInput
            ? Expression.Call(typeof(MutationInput), nameof(MutationInput.Read), [type], context, name)
            : Expression.Call(context, ContextArgument.MakeGenericMethod(type), name);
    }

    private static ValueTask<object?> FromTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(Task<T> task) => await task;
    }

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(ValueTask<T> task) => await task;
    }
}
