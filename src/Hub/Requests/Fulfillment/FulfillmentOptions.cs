namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How patiently tasks are carried out. Section <c>Hub:Fulfillment</c>.</summary>
public sealed class FulfillmentOptions
{
    public const string Section = "Hub:Fulfillment";

    /// <summary>The wait after the first failure: 100 ms to 1 min, default 1 s. It doubles with each further one.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two tries: 1 s to 1 day, default 5 min.</summary>
    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After how many failures in a row that waiting does not mend (configuration, connector) a task is given up:
    /// 1 to 100, default 5. A source that is down is never given up.
    /// </summary>
    public int FailuresUntilDeadLetter { get; set; } = 5;

    /// <summary>
    /// How many times in a row a source is read back without showing what it said it did before the task is given up:
    /// 1 to 100, default 10.
    /// </summary>
    public int ReadBackRounds { get; set; } = 10;

    /// <summary>How long a worker holds a task without renewing: 5 s to 10 min, default 6 s. After a crash a task rests this long.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>How often every source with due tasks is woken in case a wake-up was lost: 1 s to 10 min, default 5 s.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether what a dead process left is taken up when its lease is over, and lost wake-ups by the heartbeat; default true.
    /// Off only in experiments that show what becomes of requests without it.
    /// </summary>
    public bool Recovery { get; set; } = true;

    /// <summary>
    /// Whether a worker that writes late, when its task is another's or was decided about, is refused by the database; default
    /// true. Off only in experiments that show what becomes of tasks without it.
    /// </summary>
    public bool Fencing { get; set; } = true;

    /// <summary>
    /// Whether a source is read before it is told again what an earlier attempt may have told it, so that one that knows no
    /// task keys makes the change once; default true. Off only in experiments that show what becomes of effects without it.
    /// </summary>
    public bool ReadBeforeWrite { get; set; } = true;

    /// <summary>
    /// Whether the requests of one person are carried out one after the other at each source, and no value is corrected while
    /// it is being corrected; default true. Off only in experiments that show what becomes of corrections without it.
    /// </summary>
    public bool Ordering { get; set; } = true;

    /// <summary>
    /// Whether a source is read back after it said that something is done; default true. Off only in experiments that show
    /// what becomes of erasures when sources are believed.
    /// </summary>
    public bool ReadBack { get; set; } = true;

    /// <summary>
    /// How often the hub looks whether what keeps the rest of an erasure is lifted: 1 s to 1 day, default 1 h, in
    /// Development 10 s; zero for never.
    /// </summary>
    public TimeSpan? BlockerCheck { get; set; }

    /// <summary>
    /// How often sources are looked through for people who were erased there: 1 min to 30 days, default 1 day. A source whose
    /// data another overwrites more often is looked through after each of its cycles.
    /// </summary>
    public TimeSpan ReturnCheck { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Where sources reach this hub to say that pending work is done, such as <c>https://hub.example.org</c>; default none: then
    /// they are only asked at the times that they state.
    /// </summary>
    public Uri? CallbackAddress { get; set; }

    /// <summary>How often a source is asked about pending work when it does not say when: 1 min to 7 days, default 1 h.</summary>
    public TimeSpan PendingPoll { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one reading back may take, all pages together: 1 s to 5 min, default 30 s.</summary>
    public TimeSpan ReadBackTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long running calls may go on when the hub stops: 0 to 25 s, default 5 s.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(5);
}
