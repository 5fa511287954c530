namespace PersonalDataHub.FaultSource;

/// <summary>What a source holds of one person.</summary>
/// <param name="Number">The customer number, which is also its key.</param>
/// <param name="Name">The family name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Restricted">Whether it is marked as restricted.</param>
/// <param name="Version">How many times it was changed.</param>
internal sealed record Account(string Number, string? Name, string? Email, bool Restricted, int Version);

/// <summary>Asks for accounts by their numbers.</summary>
internal sealed record ReadQuestion(IReadOnlyList<string> Numbers);

/// <summary>The accounts that are held.</summary>
internal sealed record ReadReply(IReadOnlyList<Account> Accounts, DateTimeOffset AsOf);

/// <summary>Asks for changes.</summary>
/// <param name="Task">The hub's task, for the ledger only: the source never acts by it.</param>
/// <param name="Fence">The attempt, for the ledger and for refusing those that come late.</param>
/// <param name="IdempotencyKey">Repeats under the same key are one effect; null for a call that is carried out whatever came before.</param>
/// <param name="Operation">One of <see cref="Operations"/>.</param>
/// <param name="Changes">Each is answered, in this order.</param>
internal sealed record WriteQuestion(Guid Task, long Fence, Guid? IdempotencyKey, string Operation, IReadOnlyList<Change> Changes);

/// <summary>One change to one account.</summary>
internal sealed record Change(string Number, string? Field, string? Expected, string? Value);

/// <summary>One answer per change.</summary>
internal sealed record WriteReply(IReadOnlyList<Answer> Answers);

/// <summary>What became of a change: one of <see cref="Answers"/>.</summary>
internal sealed record Answer(string Is, string? Token = null, DateTimeOffset? From = null);

/// <summary>How far the source is.</summary>
/// <param name="Calls">How many calls it took.</param>
/// <param name="Effects">How many changes it made.</param>
/// <param name="LostReplies">How many answers were lost.</param>
internal sealed record Progress(long Calls, long Effects, long LostReplies = 0);

/// <summary>The names of what can be asked.</summary>
internal static class Operations
{
    public const string Read = "read";
    public const string Preview = "preview";
    public const string Rectify = "rectify";
    public const string Restrict = "restrict";
    public const string Lift = "lift";
    public const string Erase = "erase";
}

/// <summary>The names of what can be answered.</summary>
internal static class Answers
{
    public const string Done = "done";
    public const string Pending = "pending";
    public const string Conflict = "conflict";
    public const string NotHeld = "notHeld";
}
