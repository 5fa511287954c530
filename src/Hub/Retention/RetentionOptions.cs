namespace PersonalDataHub.Hub.Retention;

/// <summary>How data whose time is over is looked for. Section <c>Hub:Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Hub:Retention";

    /// <summary>Whether every register is swept each night; default true.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>When, in Finnish time; default 02:30.</summary>
    public TimeOnly NightlyAt { get; set; } = new(2, 30);

    /// <summary>Whether a nightly sweep only plans and shows; default true.</summary>
    public bool DryRun { get; set; } = true;

    /// <summary>
    /// The largest share of a register's persons that a sweep goes on with by itself: 0 to 1, default 0.01. Above it a person
    /// looks first: a wrong rule or date must not empty a register overnight.
    /// </summary>
    public double StopShare { get; set; } = 0.01;

    /// <summary>So many persons may be due whatever share they are: 0 to 100,000, default 25.</summary>
    public int StopLeast { get; set; } = 25;

    /// <summary>How long the planning of one person waits for sources: 1 s to 1 min, default 10 s.</summary>
    public TimeSpan WaitAtMost { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// After how many days somebody is looked at again of whom something is due and kept by something else, such as a hold:
    /// 1 to 90, default 7.
    /// </summary>
    public int LookAgainAfterDays { get; set; } = 7;

    /// <summary>After how many days without a receipt the alarm is raised: 1 to 365, default 10.</summary>
    public int ReceiptAlarmAfterDays { get; set; } = 10;
}
