namespace PersonalDataHub.GraphQL.Execution;

/// <summary>One step of a path in the response; null stands for the root.</summary>
internal sealed record ResponsePath(ResponsePath? Parent, object Key)
{
    /// <summary>Names and list positions from the root on.</summary>
    public IReadOnlyList<object> ToList()
    {
        var keys = new List<object>();
        for (var step = this; step is not null; step = step.Parent)
        {
            keys.Add(step.Key);
        }

        keys.Reverse();
        return keys;
    }
}
