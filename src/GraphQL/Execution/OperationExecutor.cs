using System.Collections;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Runs a plan: properties are read at once, waiting fields run side by side, mutations one after the other.</summary>
internal sealed class OperationExecutor(OperationRun run)
{
    /// <param name="root">The value whose fields are the root fields: a subscription's event, null for queries and mutations.</param>
    public async ValueTask<ResultObject?> ExecuteAsync(object? root = null)
    {
        var result = run.Plan.Operation.Operation == OperationKind.Mutation
            ? await ExecuteInSeries()
            : await ExecuteSet(run.Plan.Root, root, null);
        return result as ResultObject;
    }

    private async ValueTask<object?> ExecuteInSeries()
    {
        var result = new ResultObject(run.Plan.Root);
        var isNull = false;
        for (var i = 0; i < result.Values.Length && !isNull; i++)
        {
            var field = result.Set.Fields[i];
            if (field.IsIncluded(run.Fulfilled))
            {
                result.Values[i] = await ExecuteField(result.Set, field, null, null);
                isNull = ReferenceEquals(result.Values[i], ResultObject.Propagated);
            }
        }

        return isNull ? null : result;
    }

    private ValueTask<object?> ExecuteSet(PlannedSelectionSet set, object? parent, ResponsePath? path)
    {
        var result = new ResultObject(set);
        List<(int Index, Task<object?> Task)>? waiting = null;
        for (var i = 0; i < result.Values.Length; i++)
        {
            var field = set.Fields[i];
            if (!field.IsIncluded(run.Fulfilled))
            {
                continue;
            }

            var value = ExecuteField(set, field, parent, path);
            if (value.IsCompletedSuccessfully)
            {
                result.Values[i] = value.Result;
            }
            else
            {
                (waiting ??= []).Add((i, value.AsTask()));
            }
        }

        return waiting is null ? new(OrNull(result)) : Await(result, waiting);

        static async ValueTask<object?> Await(ResultObject result, List<(int Index, Task<object?> Task)> waiting)
        {
            foreach (var (index, task) in waiting)
            {
                result.Values[index] = await task;
            }

            return OrNull(result);
        }

        static object? OrNull(ResultObject result) => Array.IndexOf(result.Values, ResultObject.Propagated) >= 0 ? null : result;
    }

    private ValueTask<object?> ExecuteField(PlannedSelectionSet set, PlannedField field, object? parent, ResponsePath? parentPath)
    {
        var path = new ResponsePath(parentPath, field.ResponseName);
        try
        {
            object? value;
            if (field.Field.Accessor is { } accessor)
            {
                value = accessor(parent!);
            }
            else if (field.Field.PureResolver is { } pure)
            {
                value = pure(new ResolverContext(run, field, parent, path));
            }
            else if (field.Field.Resolver is { } resolver)
            {
                var pending = resolver(new ResolverContext(run, field, parent, path));
                if (!pending.IsCompletedSuccessfully)
                {
                    return AwaitField(field, pending, path);
                }

                value = pending.Result;
            }
            else
            {
                value = set.Type.Name;
            }

            return CompleteSafely(field.Field.Type, field, value, path);
        }
        catch (Exception exception)
        {
            return new(Failed(exception, field.Field.Type, field, path));
        }
    }

    private async ValueTask<object?> AwaitField(PlannedField field, ValueTask<object?> pending, ResponsePath path)
    {
        try
        {
            return await CompleteSafely(field.Field.Type, field, await pending, path);
        }
        catch (Exception exception)
        {
            return Failed(exception, field.Field.Type, field, path);
        }
    }

    private object? Failed(Exception exception, GraphQLType type, PlannedField field, ResponsePath path)
    {
        if (exception is OperationCanceledException && run.Aborted.IsCancellationRequested)
        {
            return type.IsNonNull ? ResultObject.Propagated : null;
        }

        run.AddError(exception, field, path);
        return type.IsNonNull ? ResultObject.Propagated : null;
    }

    /// <summary>Completes a value; a failure becomes an error of this position and a null, handed on where null is not allowed.</summary>
    private ValueTask<object?> CompleteSafely(GraphQLType type, PlannedField field, object? value, ResponsePath path)
    {
        try
        {
            if (value is null)
            {
                return new(type.IsNonNull ? Missing(type, field, path) : null);
            }

            var completed = Complete(type.NullableType, field, value, path);
            return !type.IsNonNull ? completed
                : completed.IsCompletedSuccessfully ? new(completed.Result ?? ResultObject.Propagated)
                : AwaitNonNull(completed);
        }
        catch (Exception exception)
        {
            return new(Failed(exception, type, field, path));
        }

        static async ValueTask<object?> AwaitNonNull(ValueTask<object?> completed) => await completed ?? ResultObject.Propagated;
    }

    private object Missing(GraphQLType type, PlannedField field, ResponsePath path)
    {
        run.AddError(new GraphQLError(
            $"{field.Field.DeclaringType}.{field.Field.Name} gave null, but its type is {type}.",
            [field.Location],
            path.ToList(),
            new Dictionary<string, object?> { ["code"] = "NULL_NOT_ALLOWED" }));
        return ResultObject.Propagated;
    }

    private ValueTask<object?> Complete(GraphQLType type, PlannedField field, object value, ResponsePath path) => type switch
    {
        ListType list => CompleteList(list, field, value, path),
        ScalarType scalar => new(Serialize(scalar, value)),
        EnumType @enum => new((@enum.FindByRuntimeValue(value) ?? (value is string name ? @enum.FindValue(name) : null))?.Name
            ?? throw new InvalidOperationException($"The value is none of {@enum.Name}.")),
        NamedType named => CompleteObject(named, field, value, path),
        _ => throw new InvalidOperationException($"{type} cannot be completed."),
    };

    private static object Serialize(ScalarType scalar, object value) => scalar.TrySerialize(value, out var serialized) && serialized is not null
        ? serialized
        : throw new InvalidOperationException($"A {value.GetType().Name} cannot be written as {scalar.Name}.");

    private ValueTask<object?> CompleteObject(NamedType named, PlannedField field, object value, ResponsePath path)
    {
        var type = named as ObjectType ?? run.Schema.ObjectTypeOf(named, value)
            ?? throw new InvalidOperationException($"A {value.GetType().Name} is none of the types of {named.Name}.");
        return ExecuteSet(field.Sets[type], value, path);
    }

    private ValueTask<object?> CompleteList(ListType list, PlannedField field, object value, ResponsePath path)
    {
        if (value is not IEnumerable items || value is string)
        {
            throw new InvalidOperationException($"A {value.GetType().Name} is no list.");
        }

        var results = new List<object?>((value as ICollection)?.Count ?? 4);
        List<(int Index, Task<object?> Task)>? waiting = null;
        foreach (var item in items)
        {
            var completed = CompleteSafely(list.ElementType, field, item, new ResponsePath(path, results.Count));
            if (completed.IsCompletedSuccessfully)
            {
                results.Add(completed.Result);
            }
            else
            {
                (waiting ??= []).Add((results.Count, completed.AsTask()));
                results.Add(null);
            }
        }

        return waiting is null ? new(OrNull(results)) : Await(results, waiting);

        static async ValueTask<object?> Await(List<object?> results, List<(int Index, Task<object?> Task)> waiting)
        {
            foreach (var (index, task) in waiting)
            {
                results[index] = await task;
            }

            return OrNull(results);
        }

        static object? OrNull(List<object?> results) => results.Contains(ResultObject.Propagated) ? null : results;
    }
}
