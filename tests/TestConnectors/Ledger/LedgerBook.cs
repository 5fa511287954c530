using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>Accounts, pending changes and the log, within one call.</summary>
internal sealed class LedgerBook(LedgerFile file, DateTimeOffset now)
{
    private const string Columns = "key, number, name, phone, credit, restricted";

    private readonly long call = (file.Number("SELECT max(call) FROM log") ?? 0) + 1;

    /// <summary>Which call of the ledger this is, 1 for the first.</summary>
    public long Call => call;

    public IReadOnlyList<Account> AccountsOf(string number) =>
        file.Rows($"SELECT {Columns} FROM account WHERE number = $number ORDER BY key", ReadAccount, ("$number", number));

    public IReadOnlyList<string> Numbers(int start, int count) => file.Rows(
        "SELECT DISTINCT number FROM account ORDER BY number LIMIT $count OFFSET $start", row => row.GetString(0), ("$count", count), ("$start", start));

    public Account? Find(string key) => file.Rows($"SELECT {Columns} FROM account WHERE key = $key", ReadAccount, ("$key", key)).SingleOrDefault();

    /// <summary>How many calls the task has made before this one; previews, and what the ledger made later, are none.</summary>
    public long CallsOf(Guid task) => file.Number(
        "SELECT count(DISTINCT call) FROM log WHERE task = $task AND answer <> 'later' AND operation <> 'preview'", ("$task", Text(task))) ?? 0;

    public long HighestFenceOf(Guid task) => file.Number("SELECT max(fence) FROM log WHERE task = $task", ("$task", Text(task))) ?? long.MinValue;

    public bool HadEffect(TaskKey task, int position, string operation) => file.Number(
        "SELECT count(*) FROM log WHERE task = $task AND position = $position AND operation = $operation AND effect = 1",
        ("$task", Text(task.TaskId)), ("$position", position), ("$operation", operation)) > 0;

    public void Note(TaskKey? task, string operation, int? position, bool effect, string answer) => file.Execute(
        """
        INSERT INTO log (call, at, task, fence, operation, position, effect, answer)
        VALUES ($call, $at, $task, $fence, $operation, $position, $effect, $answer)
        """,
        ("$call", call), ("$at", now.ToString("O")), ("$task", task is null ? null : Text(task.TaskId)), ("$fence", task?.Fence),
        ("$operation", operation), ("$position", position), ("$effect", effect), ("$answer", answer));

    /// <summary>Makes the change; false when the account is so already.</summary>
    public bool Make(Account account, Change change)
    {
        var wanted = change.ApplyTo(account);
        if (wanted == account)
        {
            return false;
        }

        if (wanted is null)
        {
            file.Execute("DELETE FROM account WHERE key = $key", ("$key", account.Key));
        }
        else
        {
            file.Execute(
                "UPDATE account SET name = $name, phone = $phone, credit = $credit, restricted = $restricted WHERE key = $key",
                ("$name", wanted.Name), ("$phone", wanted.Phone), ("$credit", wanted.Credit), ("$restricted", wanted.Restricted), ("$key", account.Key));
        }

        return true;
    }

    /// <summary>Keeps the change for later, once, and says when it will be made.</summary>
    public DateTimeOffset Postpone(TaskKey task, int position, Change change, TimeSpan delay)
    {
        object? value = change.NewValue switch { TextValue text => text.Value, IntegerValue integer => integer.Value, _ => null };
        file.Execute(
            """
            INSERT INTO pending (task, fence, position, due, operation, key, field, value)
            VALUES ($task, $fence, $position, $due, $operation, $key, $field, $value) ON CONFLICT DO NOTHING
            """,
            ("$task", Text(task.TaskId)), ("$fence", task.Fence), ("$position", position), ("$due", (now + delay).ToUnixTimeMilliseconds()),
            ("$operation", change.Operation), ("$key", change.Target.Key), ("$field", change.Target.Field), ("$value", value));
        var due = file.Number("SELECT due FROM pending WHERE task = $task AND position = $position", ("$task", Text(task.TaskId)), ("$position", position));
        return DateTimeOffset.FromUnixTimeMilliseconds(due!.Value);
    }

    /// <summary>What has become of a postponed change; one that waits still takes so much longer than it was to.</summary>
    public WriteItem Ask(string token, TimeSpan longer)
    {
        var parts = token.Split('/');
        var due = file.Number("SELECT due FROM pending WHERE task = $task AND position = $position", ("$task", parts[0]), ("$position", parts[1]));
        var at = due is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : now;
        return due is null ? new WriteDone() : new WritePending(token, at > now ? at : now + longer);
    }

    /// <summary>Makes what was postponed and has come due.</summary>
    public void MakeDue()
    {
        var due = ("$now", (object?)now.ToUnixTimeMilliseconds());
        foreach (var (task, position, change) in file.Rows(
            "SELECT task, fence, position, operation, key, field, value FROM pending WHERE due <= $now ORDER BY due, position", ReadPending, due))
        {
            Note(task, change.Operation, position, Find(change.Target.Key) is { } account && Make(account, change), "later");
        }

        file.Execute("DELETE FROM pending WHERE due <= $now", due);
    }

    private static (TaskKey Task, int Position, Change Change) ReadPending(SqliteDataReader row) => (
        new(Guid.Parse(row.GetString(0)), row.GetInt64(1)),
        row.GetInt32(2),
        new(
            row.GetString(3),
            new(Account.TypeName, row.GetString(4), TextAt(row, 5)),
            NewValue: row.GetValue(6) switch { string text => new TextValue(text), long number => new IntegerValue(number), _ => null }));

    private static Account ReadAccount(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), TextAt(row, 2), TextAt(row, 3), row.IsDBNull(4) ? null : row.GetInt64(4), row.GetBoolean(5));

    private static string? TextAt(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private static string Text(Guid task) => task.ToString();
}
