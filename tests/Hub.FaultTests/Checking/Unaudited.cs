namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>I7: what changed without an entry, and entries of what did not happen.</summary>
internal static class Unaudited
{
    private const string Fulfil = "fulfillTask";

    public static IEnumerable<string> Find(Evidence evidence)
    {
        if (!evidence.AuditIsIntact)
        {
            yield return "The entries of the trail do not fit each other.";
        }

        var entries = evidence.Audit.Where(entry => entry is { Request: not null, Outcome: not null }).ToLookup(entry => entry.Request!);
        foreach (var missing in Missing(evidence, entries).Concat(Invented(evidence, entries)))
        {
            yield return missing;
        }
    }

    private static IEnumerable<string> Missing(Evidence evidence, ILookup<string, AuditLine> entries)
    {
        foreach (var (request, id) in evidence.Accepted)
        {
            if (!entries[id].Any(entry => entry.Operation == $"request{request.Kind}"))
            {
                yield return $"{request.Key} was accepted without an entry.";
            }

            if (evidence.Shown.GetValueOrDefault(id)?.Status is "DONE" && !entries[id].Any(entry => entry.Operation == "endRequest"))
            {
                yield return $"{request.Key} ended without an entry.";
            }
        }

        foreach (var task in evidence.Tasks.Where(task => task.IsThrough && !entries[task.Request].Any(entry => Says(entry, task.Source, task.State))))
        {
            yield return $"{task.ClientRequestKey} is {task.State} at {task.Source} without an entry.";
        }

        var tasks = evidence.Tasks.ToDictionary(task => task.Id);
        foreach (var (source, line) in evidence.Effects)
        {
            if (line.Task is { } id && tasks.TryGetValue(id.ToString(), out var task) && task.IsThrough
                && !entries[task.Request].Any(entry => entry.Operation == Fulfil && entry.Sources.ContainsKey(source)))
            {
                yield return $"{source} did {line.Operation} for {line.Number} without an entry.";
            }
        }
    }

    private static IEnumerable<string> Invented(Evidence evidence, ILookup<string, AuditLine> entries)
    {
        var tasks = evidence.Tasks.ToLookup(task => task.Request);
        foreach (var entry in entries.SelectMany(of => of).Where(entry => entry.Operation == Fulfil))
        {
            foreach (var (source, state) in entry.Sources)
            {
                if (!tasks[entry.Request!].Any(task => task.Source == source && (state != "Final" || task.State == "Final")))
                {
                    yield return $"An entry says that a task at {source} is {state}, and none is.";
                }
            }
        }
    }

    private static bool Says(AuditLine entry, string source, string state) =>
        entry.Sources.TryGetValue(source, out var said) && said == state;
}
