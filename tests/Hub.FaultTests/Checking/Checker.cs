using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>Decides the invariants from evidence. It asks nobody: what is to be checked has happened.</summary>
internal static class Checker
{
    /// <summary>How long something may be due without anybody taking it up.</summary>
    private static readonly TimeSpan LongestOverdue = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> waitsForSomebody = ["Person", "Recipient", "Approval", "Blocker"];

    public static Verdict Check(Evidence evidence) => new(
    [
        ("I1", [.. Lost(evidence)]),
        ("I2", [.. Ghosts(evidence)]),
        ("I3", [.. Duplicates(evidence)]),
        ("I4", [.. Stuck(evidence)]),
        ("I5", [.. FalseSuccesses(evidence)]),
        ("I6", [.. Resurrected(evidence)]),
        ("I7", [.. Unaudited.Find(evidence)]),
        ("I8", evidence.Leaks),
    ]);

    // Accepted, and neither finished nor waiting for a cause that has a name.
    private static IEnumerable<string> Lost(Evidence evidence)
    {
        var tasks = evidence.Tasks.ToLookup(task => task.Request);
        foreach (var (request, id) in evidence.Accepted)
        {
            if (!evidence.Shown.TryGetValue(id, out var shown))
            {
                yield return $"{request.Key} was accepted and is not known.";
                continue;
            }

            foreach (var source in (request.Shares ?? []).Where(source => tasks[id].All(task => task.Source != source)))
            {
                yield return $"{request.Key} has no task at {source}.";
            }

            foreach (var task in tasks[id].Where(task => shown.Tasks.All(one => one.Source != task.Source)))
            {
                yield return $"{request.Key} is not shown its task at {task.Source}.";
            }

            foreach (var task in tasks[id].Where(task => !task.IsThrough && task.Cause is null && !IsBehind(task, evidence)))
            {
                yield return $"{request.Key} at {task.Source} is {task.State} and waits for nothing.";
            }
        }
    }

    // Done by a source, and asked by nobody.
    private static IEnumerable<string> Ghosts(Evidence evidence)
    {
        var tasks = evidence.Tasks.Concat(evidence.TasksBefore).DistinctBy(task => task.Id).ToDictionary(task => task.Id);
        var asked = evidence.Accepted.ToDictionary(accepted => accepted.Id, accepted => accepted.Request);
        foreach (var (source, line) in evidence.Effects)
        {
            var request = line.Task is { } id && tasks.TryGetValue(id.ToString(), out var task) && task.Source == source
                ? asked.GetValueOrDefault(task.Request)
                : null;
            if (request is null || request.Person != line.Number || OperationOf(request.Kind) != line.Operation)
            {
                yield return $"{source} did {line.Operation} for {line.Number} at {line.At:O}, and nobody asked that.";
            }
        }
    }

    // Changed twice for one action. Being told twice is no break: it is counted as a repeat.
    private static IEnumerable<string> Duplicates(Evidence evidence) => evidence.Effects
        .GroupBy(effect => (effect.Source, effect.Line.Task, effect.Line.Operation, effect.Line.Number))
        .Where(effects => effects.Count() > 1)
        .Select(effects => $"{effects.Key.Source} did {effects.Key.Operation} for {effects.Key.Number} {effects.Count()} times.");

    // Unfinished, and nobody will come for it.
    private static IEnumerable<string> Stuck(Evidence evidence) => evidence.Tasks
        .Where(task => !task.IsThrough && !(task.Cause is { } cause && waitsForSomebody.Contains(cause)))
        .Where(task => task.State == "Executing"
            ? !(task.LeaseUntil > evidence.At - LongestOverdue)
            : !(task.DueAt > evidence.At - LongestOverdue || IsBehind(task, evidence)))
        .Select(task => $"{task.ClientRequestKey} at {task.Source} is {task.State}, due {task.DueAt:O}, held until {task.LeaseUntil:O}.");

    // In the order of its person: the hub names the request before it, and that one still has something to do there.
    private static bool IsBehind(StoredTask task, Evidence evidence) =>
        evidence.Shown.GetValueOrDefault(task.Request)?.Tasks.FirstOrDefault(shown => shown.Id == task.Id)?.Behind is { } before
        && evidence.Tasks.Any(other => other.Request == before && other.Source == task.Source && other.State != "Final");

    // Said to be verified, and not so.
    private static IEnumerable<string> FalseSuccesses(Evidence evidence)
    {
        var asked = evidence.Accepted.ToLookup(accepted => accepted.Request.Person, accepted => accepted.Request);
        foreach (var (request, id) in evidence.Accepted)
        {
            // What another request of the same person may have changed again says nothing.
            if (!evidence.Shown.TryGetValue(id, out var shown)
                || asked[request.Person].Any(other => other.Key != request.Key && CanUndo(other.Kind, request.Kind)))
            {
                continue;
            }

            foreach (var task in shown.Tasks.Where(task => task.IsVerified))
            {
                var held = evidence.Held[task.Source].GetValueOrDefault(request.Person);
                var isSo = request.Kind switch
                {
                    RequestKind.Erasure => held is null,
                    RequestKind.Rectification => held?.Name == request.NewName,
                    _ => held is { Restricted: true },
                };
                if (!isSo)
                {
                    yield return $"{request.Key} is verified at {task.Source}, which shows otherwise.";
                }
            }
        }
    }

    private static bool CanUndo(RequestKind other, RequestKind done) =>
        done != RequestKind.Erasure && (other == RequestKind.Erasure || (other, done) == (RequestKind.Rectification, RequestKind.Rectification));

    // Erased everywhere, and there again.
    private static IEnumerable<string> Resurrected(Evidence evidence)
    {
        var erased = evidence.Accepted
            .Where(accepted => accepted.Request.Kind == RequestKind.Erasure && evidence.Shown.GetValueOrDefault(accepted.Id)?.Status == "DONE")
            .Select(accepted => accepted.Request.Person).ToHashSet(StringComparer.Ordinal);
        var held = evidence.Held.SelectMany(source => source.Value.Keys.Where(erased.Contains).Select(person => $"{person} is held by {source.Key} again."));
        return evidence.Found.Where(erased.Contains).Select(person => $"{person} is found by the hub again.").Concat(held);
    }

    private static string OperationOf(RequestKind kind) => kind switch
    {
        RequestKind.Erasure => FaultSource.Operations.Erase,
        RequestKind.Rectification => FaultSource.Operations.Rectify,
        _ => FaultSource.Operations.Restrict,
    };
}
