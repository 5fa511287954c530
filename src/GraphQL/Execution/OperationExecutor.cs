using System.Collections;
using System.Collections.Concurrent;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Runs a plan: properties are written at once, waiting fields run side by side, mutations one after the other.</summary>
internal sealed class OperationExecutor(OperationRun run)
{
    /// <summary>Stands for the cause of a null whose error nobody is told, since the client is gone.</summary>
    private const int Untold = int.MaxValue;

    /// <summary>What a mutation's fields defer while others are still to be executed.</summary>
    private ConcurrentQueue<DeferredGroup>? held;

    /// <param name="root">The value whose fields are the root fields: a subscription's event, null for queries and mutations.</param>
    public async ValueTask<Strand> ExecuteAsync(object? root = null)
    {
        var strand = new Strand(new ResponsePart());
        run.Enter();
        if (run.Plan.Operation.Operation == OperationKind.Mutation)
        {
            await ExecuteInSeries(strand);
        }
        else
        {
            var spot = Spot.At(null);
            strand.IsHandedOn = !ExecuteSet(run.Plan.Root, root, ref spot, null, strand);
        }

        StartDeferred(strand);
        run.Leave();
        if (strand.HasGaps)
        {
            await strand.FinishAsync();
        }

        if (strand.IsHandedOn)
        {
            strand.Part.AddNulled(null, strand.Cause);
        }

        return strand;
    }

    private async ValueTask ExecuteInSeries(Strand strand)
    {
        var set = run.Plan.Root;
        var isFirst = true;
        held = new();
        strand.Json.WriteRaw((byte)'{');
        foreach (var field in set.Fields)
        {
            if (field.IsAlways || field.IsIncluded(run.Fulfilled))
            {
                run.Aborted.ThrowIfCancellationRequested();
                run.ForgetLoaded();
                var gaps = strand.Mark.Gaps;
                strand.IsHandedOn = !ExecuteRootField(field, isFirst);
                if (strand.Mark.Gaps > gaps)
                {
                    run.Leave();
                    await strand.FinishAsync(gaps);
                    run.Enter();
                }

                if (strand.IsHandedOn)
                {
                    return;
                }

                isFirst = false;
            }
        }

        strand.Json.WriteRaw((byte)'}');
        (strand.Unstarted ??= []).AddRange(held);
        held = null;

        bool ExecuteRootField(PlannedField field, bool isFirst)
        {
            var spot = Spot.At(null);
            return ExecuteField(set, field, isFirst, null, ref spot, null, strand);
        }
    }

    /// <summary>Writes an object.</summary>
    /// <returns>False when a field handed its null on to it; what was written is for the caller to cut.</returns>
    private bool ExecuteSet(PlannedSelectionSet set, object? parent, ref Spot spot, Deliveries? deliveries, Strand strand)
    {
        if (set.Defer is { Usages: { Length: > 0 } usages })
        {
            deliveries = Deliveries.Begin(deliveries, usages, spot.Path);
        }

        var isFirst = true;
        strand.Json.WriteRaw((byte)'{');
        foreach (var field in set.Fields)
        {
            if (field.IsAlways || field.IsIncluded(run.Fulfilled))
            {
                if (!ExecuteField(set, field, isFirst, parent, ref spot, deliveries, strand))
                {
                    return false;
                }

                isFirst = false;
            }
        }

        strand.Json.WriteRaw((byte)'}');
        if (set.Defer is { } defer)
        {
            Defer(defer, parent, ref spot, deliveries!, strand);
        }

        return true;
    }

    private void Defer(PlannedDefer defer, object? parent, ref Spot spot, Deliveries deliveries, Strand strand)
    {
        run.CountDeferred(defer.Usages.Length);
        var groups = new DeferredGroup[defer.Groups.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = new DeferredGroup(defer.Groups[i], parent, spot.Path, deliveries);
        }

        strand.Part.AddDeferred(defer.Usages.Length > 0 ? deliveries.New : [], groups);
        (strand.Unstarted ??= []).AddRange(groups);
    }

    /// <summary>Deferred fields are started when what comes before them has nothing left to do but wait.</summary>
    private void StartDeferred(Strand strand)
    {
        if (strand.Unstarted is not { } groups)
        {
            return;
        }

        strand.Unstarted = null;
        foreach (var group in groups)
        {
            if (held is { } queue)
            {
                queue.Enqueue(group);
            }
            else
            {
                run.Deferred.Add(group.Running = ExecuteGroup(group));
            }
        }
    }

    private async Task<Strand> ExecuteGroup(DeferredGroup group)
    {
        var strand = new Strand(group.Part);
        var spot = Spot.At(group.ParentPath);
        strand.IsHandedOn = !ExecuteSet(group.Planned.Set, group.Parent, ref spot, group.Deliveries, strand);
        StartDeferred(strand);
        await strand.FinishAsync();
        return strand;
    }

    private bool ExecuteField(
        PlannedSelectionSet set, PlannedField planned, bool isFirst, object? parent, ref Spot spot, Deliveries? deliveries, Strand strand)
    {
        var json = strand.Json;
        var field = planned.Field;
        json.WriteRaw(planned.JsonName.AsSpan(isFirst ? 1 : 0));
        object? value;
        try
        {
            if (field.LeafWriter is { } writer)
            {
                if (writer(json, parent!))
                {
                    return true;
                }

                value = null;
            }
            else if (field.Accessor is { } accessor)
            {
                value = accessor(parent!);
            }
            else if (field.PureResolver is { } pure)
            {
                value = pure(new ResolverContext(run, planned, parent, spot.Path));
            }
            else if (field.Resolver is { } resolver)
            {
                var pending = resolver(new ResolverContext(run, planned, parent, spot.Path));
                if (!pending.IsCompletedSuccessfully)
                {
                    strand.AddGap(AwaitField(planned, pending, spot.Path, deliveries, strand.Part));
                    return true;
                }

                value = pending.Result;
            }
            else
            {
                value = set.Type.Name;
            }
        }
        catch (Exception exception)
        {
            var failed = new Spot(spot.Path, planned.ResponseName);
            return Fail(exception, planned, ref failed, strand);
        }

        if (value is null && !field.Type.IsNonNull)
        {
            json.WriteNull();
            return true;
        }

        var own = new Spot(spot.Path, planned.ResponseName);
        return CompleteValue(field.Type, planned, value, ref own, deliveries, strand);
    }

    private async Task<Strand> AwaitField(
        PlannedField planned, ValueTask<object?> pending, ResponsePath? parent, Deliveries? deliveries, ResponsePart part)
    {
        var strand = new Strand(part);
        object? value = null;
        Exception? failure = null;
        try
        {
            value = await pending;
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        run.Enter();
        strand.IsHandedOn = !CompleteAwaited(planned, value, failure, parent, deliveries, strand);
        StartDeferred(strand);
        run.Leave();
        if (strand.HasGaps)
        {
            await strand.FinishAsync();
        }

        return strand;
    }

    private bool CompleteAwaited(
        PlannedField planned, object? value, Exception? failure, ResponsePath? parent, Deliveries? deliveries, Strand strand)
    {
        var spot = new Spot(parent, planned.ResponseName);
        return failure is null
            ? CompleteValue(planned.Field.Type, planned, value, ref spot, deliveries, strand)
            : Fail(failure, planned, ref spot, strand);
    }

    /// <summary>A field without a value: null, and handed on where null is not allowed.</summary>
    private bool Fail(Exception exception, PlannedField planned, ref Spot spot, Strand strand)
    {
        strand.Cause = Report(exception, planned, ref spot, strand);
        if (!planned.Field.Type.IsNonNull)
        {
            strand.Json.WriteNull();
            return true;
        }

        return false;
    }

    private int Report(Exception exception, PlannedField planned, ref Spot spot, Strand strand) =>
        exception is OperationCanceledException && run.Aborted.IsCancellationRequested
            ? Untold
            : strand.Part.AddError(run.ErrorOf(exception, planned, spot.Path));

    /// <summary>Writes a value; a failure becomes an error of this position and a null, handed on where null is not allowed.</summary>
    private bool CompleteValue(GraphQLType type, PlannedField planned, object? value, ref Spot spot, Deliveries? deliveries, Strand strand)
    {
        var nonNull = type as NonNullType;
        var mark = strand.Mark;
        bool isWritten;
        try
        {
            if (value is null)
            {
                if (nonNull is null)
                {
                    strand.Json.WriteNull();
                    return true;
                }

                strand.Cause = strand.Part.AddError(Missing(type, planned, ref spot));
                return false;
            }

            isWritten = Complete(nonNull?.InnerType ?? type, planned, value, ref spot, deliveries, strand);
        }
        catch (Exception exception)
        {
            strand.Cause = Report(exception, planned, ref spot, strand);
            isWritten = false;
        }

        if (nonNull is not null)
        {
            return isWritten;
        }

        if (isWritten)
        {
            strand.Close(mark, ref spot);
        }
        else
        {
            strand.Nullify(mark, ref spot);
        }

        return true;
    }

    private static GraphQLError Missing(GraphQLType type, PlannedField planned, ref Spot spot) => new(
        $"{planned.Field.DeclaringType}.{planned.Field.Name} gave null, but its type is {type}.",
        [planned.Location],
        spot.Path!.ToList(),
        new Dictionary<string, object?> { ["code"] = "NULL_NOT_ALLOWED" });

    private bool Complete(GraphQLType type, PlannedField planned, object value, ref Spot spot, Deliveries? deliveries, Strand strand)
    {
        switch (type)
        {
            case ListType list:
                return CompleteList(list, planned, value, ref spot, deliveries, strand);
            case ObjectType known:
                return ExecuteSet(planned.SetOf(known), value, ref spot, deliveries, strand);
            case ScalarType or EnumType:
                LeafJson.Write(strand.Json, type, value);
                return true;
            default:
                var named = (NamedType)type;
                var found = run.Schema.ObjectTypeOf(named, value)
                    ?? throw new InvalidOperationException($"A {value.GetType().Name} is none of the types of {named.Name}.");
                return ExecuteSet(planned.SetOf(found), value, ref spot, deliveries, strand);
        }
    }

    private bool CompleteList(ListType list, PlannedField planned, object value, ref Spot spot, Deliveries? deliveries, Strand strand)
    {
        if (value is not IEnumerable items || value is string)
        {
            throw new InvalidOperationException($"A {value.GetType().Name} is no list.");
        }

        var json = strand.Json;
        var index = 0;
        json.WriteRaw((byte)'[');
        foreach (var item in items)
        {
            if (index > 0)
            {
                json.WriteRaw((byte)',');
            }

            var own = new Spot(spot.Path, index++);
            if (!CompleteValue(list.ElementType, planned, item, ref own, deliveries, strand))
            {
                return false;
            }
        }

        json.WriteRaw((byte)']');
        return true;
    }
}
