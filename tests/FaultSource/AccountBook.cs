namespace PersonalDataHub.FaultSource;

/// <summary>The accounts of a source. What its ledger says happened, has happened.</summary>
internal sealed class AccountBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Account> accounts;
    private readonly HashSet<(Guid Key, string Operation, string Number, string? Field)> done = [];
    private readonly Dictionary<Guid, long> fences = [];
    private readonly List<(DateTimeOffset Due, WriteQuestion Question, Change Change)> later = [];
    private readonly Ledger ledger;
    private readonly TimeProvider clock;
    private long calls;
    private long effects;

    public AccountBook(IEnumerable<Account> accounts, Ledger ledger, TimeProvider clock)
    {
        this.accounts = accounts.ToDictionary(account => account.Number);
        (this.ledger, this.clock) = (ledger, clock);
        foreach (var line in ledger.Earlier.Where(line => line.Effect))
        {
            Put(line.Number, line.After);
            effects++;
        }
    }

    public Progress Progress
    {
        get
        {
            lock (gate)
            {
                return new(calls, effects);
            }
        }
    }

    public IReadOnlyList<Account> All()
    {
        lock (gate)
        {
            return [.. accounts.Values];
        }
    }

    public ReadReply Read(ReadQuestion question)
    {
        lock (gate)
        {
            calls++;
            var now = clock.GetUtcNow();
            MakeDue(now);
            ledger.Append(question.Numbers.Select(number => new LedgerLine(now, null, null, Operations.Read, number, false, "answered", null)));
            return new([.. question.Numbers.Distinct().Select(accounts.GetValueOrDefault).OfType<Account>()], now);
        }
    }

    /// <summary>Notes a call that failed before anything was done.</summary>
    public void NoteFailure(WriteQuestion question, string said)
    {
        lock (gate)
        {
            calls++;
            ledger.Append(question.Changes.Select(change => LineOf(question, change, false, said, null)));
        }
    }

    public WriteReply Write(WriteQuestion question, Behaviour behaviour)
    {
        lock (gate)
        {
            calls++;
            MakeDue(clock.GetUtcNow());
            var late = fences.GetValueOrDefault(question.Task) > question.Fence;
            fences[question.Task] = Math.Max(fences.GetValueOrDefault(question.Task), question.Fence);
            return new([.. question.Changes.Select(change => AnswerTo(question, change, behaviour, late))]);
        }
    }

    private Answer AnswerTo(WriteQuestion question, Change change, Behaviour behaviour, bool late)
    {
        if (question.Operation == Operations.Preview)
        {
            return Say(question, change, accounts.ContainsKey(change.Number) ? Answers.Done : Answers.NotHeld);
        }

        if (question.IdempotencyKey is { } key)
        {
            if (late)
            {
                return Say(question, change, Answers.Conflict);
            }

            if (done.Contains((key, question.Operation, change.Number, change.Field)))
            {
                return Say(question, change, Answers.Done);
            }
        }

        if (behaviour.Lies)
        {
            return Say(question, change, Answers.Done);
        }

        if (!accounts.TryGetValue(change.Number, out var account))
        {
            if (!behaviour.Upserts || question.Operation != Operations.Rectify)
            {
                return Say(question, change, Answers.NotHeld);
            }

            account = new Account(change.Number, change.Expected, null, Restricted: false, Version: 0);
        }

        if (question.Operation == Operations.Rectify && account.ValueOf(change) is var held && held != change.Expected && held != change.Value)
        {
            return Say(question, change, Answers.Conflict);
        }

        if (behaviour.LaterSeconds > 0)
        {
            var due = clock.GetUtcNow().AddSeconds(behaviour.LaterSeconds);
            later.Add((due, question, change));
            Remember(question, change);
            Say(question, change, Answers.Pending);
            return new(Answers.Pending, question.Task.ToString(), due);
        }

        Make(question, change, account, Answers.Done);
        return new(Answers.Done);
    }

    private Answer Say(WriteQuestion question, Change change, string said)
    {
        ledger.Append(LineOf(question, change, false, said, null));
        return new(said);
    }

    // Carried out whatever was so before: a source that is told twice and knows no keys has done it twice.
    private void Make(WriteQuestion question, Change change, Account account, string said)
    {
        var after = account.With(question.Operation, change);
        ledger.Append(LineOf(question, change, true, said, after));
        Put(account.Number, after);
        Remember(question, change);
        effects++;
    }

    private void Remember(WriteQuestion question, Change change)
    {
        if (question.IdempotencyKey is { } key)
        {
            done.Add((key, question.Operation, change.Number, change.Field));
        }
    }

    private void MakeDue(DateTimeOffset now)
    {
        foreach (var due in later.Where(one => one.Due <= now).ToList())
        {
            later.Remove(due);
            if (accounts.TryGetValue(due.Change.Number, out var account))
            {
                Make(due.Question, due.Change, account, "later");
            }
        }
    }

    private LedgerLine LineOf(WriteQuestion question, Change change, bool effect, string said, Account? after) =>
        new(clock.GetUtcNow(), question.Task, question.Fence, question.Operation, change.Number, effect, said, after);

    private void Put(string number, Account? account)
    {
        if (account is null)
        {
            accounts.Remove(number);
        }
        else
        {
            accounts[number] = account;
        }
    }
}
