using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Compiles members into delegates, so that no reflection happens while a request runs.</summary>
internal sealed class ResolverCompiler(IServiceProviderIsService? knownServices, DataLoaderReflector loaders)
{
    private static readonly MethodInfo ContextParent = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Parent))!;
    private static readonly MethodInfo ContextService = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Service))!;
    private static readonly MethodInfo ContextArgument = typeof(IResolverContext).GetMethod(nameof(IResolverContext.Argument))!;

    /// <summary>Whether a parameter is filled by the server and so is no argument of the field.</summary>
    public bool IsInjected(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(CancellationToken) || type == typeof(IResolverContext) || type == typeof(ISelection) || type == typeof(PagingArguments)
            || type == typeof(IServiceProvider) || DataLoaderReflector.IsLoader(parameter)
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
        var call = Call(method, owner, context, argumentsInInput);
        if (!TypeReferences.IsAwaitable(method.ReturnType))
        {
            return (Expression.Lambda<Func<IResolverContext, object?>>(Expression.Convert(call, typeof(object)), context).Compile(), null);
        }

        var adapter = method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(FromTask) : nameof(FromValueTask);
        return (null, Expression.Lambda<Func<IResolverContext, ValueTask<object?>>>(
            Adapt(adapter, method.ReturnType.GetGenericArguments()[0], call), context).Compile());
    }

    /// <summary>Calls a method that returns a stream, or a task of one.</summary>
    public Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> CompileStream(MethodInfo method, Type owner)
    {
        var context = Expression.Parameter(typeof(IResolverContext));
        var call = Call(method, owner, context, argumentsInInput: false);
        var (adapter, stream) = !TypeReferences.IsAwaitable(method.ReturnType) ? (nameof(FromStream), method.ReturnType)
            : (method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(FromStreamTask) : nameof(FromStreamValueTask),
                method.ReturnType.GetGenericArguments()[0]);
        return Expression.Lambda<Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>>(
            Adapt(adapter, stream.GetGenericArguments()[0], call), context).Compile();
    }

    /// <summary>Calls a static method that finds a node by its key, which comes as text.</summary>
    public Func<IResolverContext, string, ValueTask<object?>> CompileNode(MethodInfo method)
    {
        var context = Expression.Parameter(typeof(IResolverContext));
        var key = Expression.Parameter(typeof(string));
        var call = Expression.Call(method, method.GetParameters().Select(p => IsInjected(p)
            ? Bind(p, context, argumentsInInput: false)
            : Expression.Convert(Expression.Call(typeof(InputConversion), nameof(InputConversion.To), null, Expression.Constant(p.ParameterType), key), p.ParameterType)));
        Expression found = TypeReferences.IsAwaitable(method.ReturnType)
            ? Adapt(
                method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(FromTask) : nameof(FromValueTask),
                method.ReturnType.GetGenericArguments()[0],
                call)
            : Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
        return Expression.Lambda<Func<IResolverContext, string, ValueTask<object?>>>(found, context, key).Compile();
    }

    private MethodCallExpression Call(MethodInfo method, Type owner, ParameterExpression context, bool argumentsInInput)
    {
        var arguments = method.GetParameters().Select(p => Bind(p, context, argumentsInInput));
        var instance = method.IsStatic ? null : Expression.Call(context, ContextParent.MakeGenericMethod(owner));
        return Expression.Call(instance, method, arguments);
    }

    private static MethodCallExpression Adapt(string adapter, Type result, Expression call) => Expression.Call(
        typeof(ResolverCompiler).GetMethod(adapter, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(result), call);

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

        if (type == typeof(PagingArguments))
        {
            return Expression.Call(typeof(FieldPaging), nameof(FieldPaging.Read), null, context);
        }

        if (type == typeof(IServiceProvider))
        {
            return Expression.Property(context, nameof(IResolverContext.Services));
        }

        if (DataLoaderReflector.IsLoader(parameter))
        {
            return loaders.Bind(parameter, context);
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

    private static ValueTask<IAsyncEnumerable<object?>> FromStream<T>(IAsyncEnumerable<T> stream) => new(AsObjects(stream));

    private static async ValueTask<IAsyncEnumerable<object?>> FromStreamTask<T>(Task<IAsyncEnumerable<T>> task) => AsObjects(await task);

    private static async ValueTask<IAsyncEnumerable<object?>> FromStreamValueTask<T>(ValueTask<IAsyncEnumerable<T>> task) => AsObjects(await task);

    // Streams of classes are streams of objects already; values need their boxes.
    private static IAsyncEnumerable<object?> AsObjects<T>(IAsyncEnumerable<T> stream) =>
        stream as IAsyncEnumerable<object?> ?? stream.Select(value => (object?)value);
}
