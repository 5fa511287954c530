using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>One call that changes accounts, or previews it.</summary>
internal sealed class LedgerWrite(LedgerBook book, Switches switches, TaskKey task, string operation, IReadOnlySet<string> numbers, bool fails)
{
    private readonly bool outrun = book.HighestFenceOf(task.TaskId) > task.Fence;

    /// <summary>Makes one change as the switches allow, and notes it.</summary>
    public WriteItem Answer(Change change, int position)
    {
        var effect = false;
        var item = fails ? new WriteConflict("Not reached.") : Forbidden(change) ?? Make(change, position, out effect);
        book.Note(task, operation, position, effect, fails ? "failed" : outrun ? "outrun" : item.GetType().Name);
        return item;
    }

    private WriteItem? Forbidden(Change change)
    {
        if (outrun)
        {
            return new WriteConflict("A later attempt at this task came before.");
        }

        return switches.Has(Switches.Lies) ? new WriteDone()
            : switches.Has(Switches.Conflict) ? new WriteConflict("The ledger was told to hold something else.")
            : switches.Has(Switches.CannotRestrict) && change.Operation is Change.Restrict or Change.Lift ? new WriteUnsupported("The ledger cannot restrict.")
            : change.Operation == Change.Erase ? switches.Retained()
            : null;
    }

    private WriteItem Make(Change change, int position, out bool effect)
    {
        effect = false;
        if (change.Target.RecordType != Account.TypeName || book.Find(change.Target.Key) is not { } account || !numbers.Contains(account.Number))
        {
            // Gone, if this task erased it; else never there.
            return book.HadEffect(task, position, Change.Erase) ? new WriteDone() : new WriteNotHeld();
        }

        if (change.Impossible is { } reason)
        {
            return new WriteUnsupported(reason);
        }

        var repeats = switches.Has(Switches.Repeats);
        if (change.ApplyTo(account) == account && !repeats)
        {
            return new WriteDone();
        }

        if (change.Operation == Change.Rectify && !repeats && !Equals(account.ValueOf(change.Target.Field!), change.Expected))
        {
            return new WriteConflict("The ledger holds something other than expected.");
        }

        if (operation != change.Operation)
        {
            return new WriteDone();
        }

        if (switches.Has(Switches.PendingFor))
        {
            var due = book.Postpone(task, position, change, switches.Seconds(Switches.PendingFor));
            return new WritePending(string.Create(CultureInfo.InvariantCulture, $"{task.TaskId}/{position}"), due);
        }

        effect = book.Make(account, change) || repeats;
        return new WriteDone();
    }
}
