namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What is executed and answered together: the operation itself, or one group of deferred fields.</summary>
internal sealed class ResponsePart
{
    private readonly Lock gate = new();
    private readonly List<GraphQLError> errors = [];
    private Dictionary<string, int>? nulled;
    private List<DeliveryGroup>? fragments;
    private List<DeferredGroup>? groups;

    /// <returns>The position of the error among all of the part.</returns>
    public int AddError(GraphQLError error)
    {
        lock (gate)
        {
            errors.Add(error);
            return errors.Count - 1;
        }
    }

    public GraphQLError? ErrorAt(int position)
    {
        lock (gate)
        {
            return position < errors.Count ? errors[position] : null;
        }
    }

    /// <summary>Notes that a value became null. Later errors below it are not told, as if nothing had run on.</summary>
    public void AddNulled(ResponsePath? path, int cause)
    {
        lock (gate)
        {
            nulled ??= new(StringComparer.Ordinal);
            var key = KeyOf(path?.ToList() ?? []);
            nulled[key] = Math.Min(cause, nulled.GetValueOrDefault(key, cause));
        }
    }

    /// <summary>Notes what was deferred while the part was executed.</summary>
    public void AddDeferred(IEnumerable<DeliveryGroup> newFragments, IEnumerable<DeferredGroup> newGroups)
    {
        lock (gate)
        {
            (fragments ??= []).AddRange(newFragments);
            (groups ??= []).AddRange(newGroups);
        }
    }

    /// <summary>The errors to tell.</summary>
    public IReadOnlyList<GraphQLError> Errors()
    {
        lock (gate)
        {
            return nulled is null ? [.. errors] : [.. errors.Where((error, i) => CauseOf(error.Path ?? []) is not { } cause || cause >= i)];
        }
    }

    /// <summary>What was deferred, without the groups whose object became null.</summary>
    public (IReadOnlyList<DeliveryGroup> Fragments, IReadOnlyList<DeferredGroup> Groups) Deferred()
    {
        lock (gate)
        {
            return (fragments ?? [], [.. (groups ?? []).Where(g => CauseOf(g.Path) is null)]);
        }
    }

    /// <summary>The first cause of a null at a path or above it; null when the value is there.</summary>
    private int? CauseOf(IReadOnlyList<object> path)
    {
        int? first = null;
        for (var length = 0; nulled is not null && length <= path.Count; length++)
        {
            if (nulled.TryGetValue(KeyOf(path.Take(length)), out var cause) && !(first <= cause))
            {
                first = cause;
            }
        }

        return first;
    }

    private static string KeyOf(IEnumerable<object> path) => string.Join('/', path);
}
