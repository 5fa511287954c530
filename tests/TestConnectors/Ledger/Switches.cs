using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>How the ledger is to behave, read anew at every call: a switch per line, with its argument; no file, no switches.</summary>
/// <remarks>
/// <c>down</c>, <c>broken</c> and <c>lost-reply</c> take a number: only that many first calls of each task are hit, and none
/// that belong to no task. A test puts the file in place by renaming, so that no call reads half of it.
/// </remarks>
internal sealed class Switches
{
    /// <summary>Answers nothing: a transient failure.</summary>
    public const string Down = "down";

    /// <summary>Answers nothing to so many first calls that it ever gets, as far as they read: a transient failure.</summary>
    public const string DownAtFirst = "down-at-first";

    /// <summary>Answers nothing: a failure of the connector itself.</summary>
    public const string Broken = "broken";

    /// <summary>Says done and does nothing.</summary>
    public const string Lies = "lies";

    /// <summary>Waits so many milliseconds before it acts.</summary>
    public const string Slow = "slow";

    /// <summary>Waits so many milliseconds after it has acted.</summary>
    public const string SlowReply = "slow-reply";

    /// <summary>Acts, and then fails.</summary>
    public const string LostReply = "lost-reply";

    /// <summary>Knows no task keys: every correction that it hears is an effect, also the second of the same.</summary>
    public const string Repeats = "repeats";

    /// <summary>Says that it holds something else.</summary>
    public const string Conflict = "conflict";

    /// <summary>Acts so many seconds later.</summary>
    public const string PendingFor = "pending-for";

    /// <summary>Does not make what has come due; asked about it, says that it takes so many seconds more.</summary>
    public const string Overdue = "overdue";

    /// <summary>Says that it cannot restrict.</summary>
    public const string CannotRestrict = "cannot-restrict";

    /// <summary>Keeps everything on the ground given; a date before the ground says until when.</summary>
    public const string Retains = "retains";

    private static readonly string[] known = [Down, DownAtFirst, Broken, Lies, Slow, SlowReply, LostReply, Repeats, Conflict, PendingFor, Overdue, CannotRestrict, Retains];

    private readonly Dictionary<string, string> arguments;

    private Switches(Dictionary<string, string> arguments) => this.arguments = arguments;

    public static async Task<Switches> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var lines = File.Exists(path) ? await File.ReadAllLinesAsync(path, cancellationToken) : [];
        var arguments = lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? string.Empty);
        return arguments.Keys.Except(known).FirstOrDefault() is { } unknown
            ? throw new SourceException(FailureKind.Configuration, $"The control file has no switch '{unknown}'; there are {string.Join(", ", known)}.")
            : new(arguments);
    }

    public bool Has(string name) => arguments.ContainsKey(name);

    /// <summary>True when the switch hits this call of a task (1 for the first), or a call of no task (null).</summary>
    public bool Hits(string name, long? call) =>
        arguments.TryGetValue(name, out var argument) && (argument.Length == 0 || call <= Number(argument));

    public TimeSpan Milliseconds(string name) => TimeSpan.FromMilliseconds(Number(arguments.GetValueOrDefault(name, "0")));

    public TimeSpan Seconds(string name) => TimeSpan.FromSeconds(Number(arguments.GetValueOrDefault(name, "0")));

    /// <summary>Why everything is kept; null when it is not.</summary>
    public WriteRetained? Retained()
    {
        if (!arguments.TryGetValue(Retains, out var argument))
        {
            return null;
        }

        var parts = argument.Split(' ', 2);
        return DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? new(parts[^1], until, null)
            : new(argument, null, "Removing the switch.");
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
