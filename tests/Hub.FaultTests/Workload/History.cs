using System.Text.Json;

namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>What clients sent and heard, and which faults there were, in their order; kept on disk as it happens.</summary>
internal sealed class History(string path) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<HistoryLine> lines = [];
    private readonly StreamWriter file = new(path) { AutoFlush = true };

    public IReadOnlyList<HistoryLine> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    public void Note(HistoryEvent what, AskedRequest? request, string said)
    {
        lock (gate)
        {
            var line = new HistoryLine(TimeProvider.System.GetUtcNow(), what, request, said);
            lines.Add(line);
            file.WriteLine(JsonSerializer.Serialize(line));
        }
    }

    /// <summary>A fault, which is part of the history.</summary>
    public void Fault(string which) => Note(HistoryEvent.Fault, null, which);

    public void Dispose() => file.Dispose();
}
