using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Finds the methods that are data loaders, and tells which of them a parameter means.</summary>
internal sealed class DataLoaderReflector
{
    private static readonly MethodInfo GetService =
        typeof(ServiceProviderServiceExtensions).GetMethod(nameof(ServiceProviderServiceExtensions.GetRequiredService), 1, [typeof(IServiceProvider)])!;

    private readonly ILookup<(Type Key, Type Value), DataLoaderDefinition> definitions;
    private readonly List<string> mistakes;

    public DataLoaderReflector(IEnumerable<Type> types, List<string> mistakes)
    {
        this.mistakes = mistakes;
        definitions = types.Distinct().SelectMany(Methods).Select(Define).OfType<(Type Key, Type Value, DataLoaderDefinition Definition)>()
            .ToLookup(d => (d.Key, d.Value), d => d.Definition);
    }

    /// <summary>The methods of a static class that are data loaders, and so no fields.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) => !type.IsAbstract || !type.IsSealed ? []
        : type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => m.IsDefined(typeof(DataLoaderAttribute)));

    public static bool IsLoader(ParameterInfo parameter) =>
        parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IDataLoader<,>);

    /// <summary>The loader for a parameter of a resolver.</summary>
    public Expression Bind(ParameterInfo parameter, ParameterExpression context)
    {
        var type = parameter.ParameterType;
        var name = parameter.GetCustomAttribute<DataLoaderAttribute>()?.Name;
        var found = definitions[(type.GenericTypeArguments[0], type.GenericTypeArguments[1])].Where(d => name is null || d.Name == name).ToList();
        if (found is not [var definition])
        {
            mistakes.Add($"{parameter.Member.DeclaringType?.Name}.{parameter.Member.Name}: {found.Count} methods with [DataLoader] fit the parameter {parameter.Name}. "
                + "Register the class of the one that is meant, or name it with [DataLoader(nameof(…))] on the parameter.");
            return Expression.Default(type);
        }

        return Expression.Call(Expression.Constant(definition), "Of", null, context);
    }

    private (Type Key, Type Value, DataLoaderDefinition Definition)? Define(MethodInfo method)
    {
        var attribute = method.GetCustomAttribute<DataLoaderAttribute>()!;
        var keys = method.GetParameters() is [var first, ..] && first.ParameterType is { IsGenericType: true } list
            && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? list.GenericTypeArguments[0] : null;
        var result = method.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>) ? task.GenericTypeArguments[0] : null;
        var lookup = result is { IsInterface: true } ? Implementation(result, typeof(ILookup<,>)) : null;
        if (keys is null || (lookup ?? Implementation(result, typeof(IReadOnlyDictionary<,>)))?.GenericTypeArguments is not [var key, var value]
            || key != keys || attribute.MaxBatchSize < 1)
        {
            mistakes.Add($"{method.DeclaringType!.Name}.{method.Name}: a data loader takes IReadOnlyList<TKey> first and returns "
                + "Task<IReadOnlyDictionary<TKey, TValue>> or Task<ILookup<TKey, TValue>>; its MaxBatchSize is at least 1.");
            return null;
        }

        value = lookup is null ? value : value.MakeArrayType();
        var adapter = typeof(DataLoaderReflector).GetMethod(lookup is null ? nameof(FromDictionary) : nameof(FromLookup), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(lookup?.GenericTypeArguments ?? [result!, key, value]);
        var parameters = (Keys: Expression.Parameter(typeof(IReadOnlyList<>).MakeGenericType(key)), Services: Expression.Parameter(typeof(IServiceProvider)),
            Token: Expression.Parameter(typeof(CancellationToken)));
        var call = Expression.Call(method, method.GetParameters().Select((p, i) => i == 0 ? parameters.Keys
            : p.ParameterType == typeof(CancellationToken) ? parameters.Token
            : p.ParameterType == typeof(IServiceProvider) ? parameters.Services
            : (Expression)Expression.Call(GetService.MakeGenericMethod(p.ParameterType), parameters.Services)));
        var load = Expression.Lambda(Expression.Call(adapter, parameters.Keys, call), parameters.Keys, parameters.Services, parameters.Token).Compile();
        var definition = Activator.CreateInstance(
            typeof(DataLoaderDefinition<,>).MakeGenericType(key, value), attribute.Name ?? method.Name, attribute.MaxBatchSize, load)!;
        return (key, value, (DataLoaderDefinition)definition);
    }

    private static Type? Implementation(Type? type, Type generic) => type?.GetInterfaces().Append(type)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic);

    private static async Task<IReadOnlyDictionary<TKey, TValue>> FromDictionary<TResult, TKey, TValue>(IReadOnlyList<TKey> keys, Task<TResult> task)
        where TResult : IReadOnlyDictionary<TKey, TValue> => await task;

    /// <summary>Keys without values have an empty array.</summary>
    private static async Task<IReadOnlyDictionary<TKey, TValue[]>> FromLookup<TKey, TValue>(IReadOnlyList<TKey> keys, Task<ILookup<TKey, TValue>> task)
        where TKey : notnull
    {
        var lookup = await task;
        return keys.ToDictionary(key => key, key => lookup[key].ToArray());
    }
}
