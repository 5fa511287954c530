using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>A source that does all it can be asked, notes every call and effect (<see cref="LedgerFile"/>), and fails on demand (<see cref="Switches"/>).</summary>
internal sealed class LedgerConnector(LedgerSettings settings, TimeProvider clock)
    : IConnector, ISupportsRectification, ISupportsRestriction, ISupportsErasure, ISupportsPendingWork, ISupportsPopulation
{
    private const string Preview = "preview";

    private readonly Lock gate = new();

    public SourceDescriptor Describe() => new()
    {
        RecordTypes = [Account.Type],
        Accepts = [new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer)],
        Feeds = settings.Feeds is { } fed ? [fed] : [],
        AvailabilityWindows = settings.OpenHour is { } hour ? [new(Enum.GetValues<DayOfWeek>(), new(hour, 0), new(hour, 59), "Etc/UTC")] : [],
        Abilities =
        [
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Native },
            new() { Ability = Ability.Restriction, Mode = AbilityMode.Native },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Native },
            new() { Ability = Ability.Population, Mode = AbilityMode.Native },
        ],
    };

    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        Fail(await SwitchesAsync(cancellationToken), call: null);
        return CheckResult.Fit();
    }

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var switches = await SwitchesAsync(cancellationToken);
        var atFirst = false;
        var records = WithBook(switches, book =>
        {
            atFirst = switches.Has(Switches.DownAtFirst) && switches.Hits(Switches.DownAtFirst, book.Call);
            book.Note(null, "read", null, effect: false, FailureOf(switches, call: null)?.Message ?? "answered");
            return Numbers(request.Identities).SelectMany(number => book.AccountsOf(number).Select(account => account.ToRecord(FoundBy(request, number)))).ToList();
        });
        Fail(switches, call: null);
        if (atFirst)
        {
            throw new SourceException(FailureKind.Transient, "The ledger is not up yet.");
        }

        var start = request.PageToken is null ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var end = start + request.PageSize;
        return new()
        {
            Records = [.. records.Skip(start).Take(request.PageSize)],
            NextPageToken = end < records.Count ? end.ToString(CultureInfo.InvariantCulture) : null,
            Total = records.Count,
            AsOf = clock.GetUtcNow(),
        };
    }

    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) => WriteAsync(
        request.Task, request.Identities, Change.Rectify,
        [.. request.Corrections.Select(one => new Change(Change.Rectify, one.Target, one.Expected, one.NewValue))], cancellationToken);

    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken)
    {
        var operation = request.Restricted ? Change.Restrict : Change.Lift;
        return WriteAsync(request.Task, request.Identities, operation, [.. request.Targets.Select(target => new Change(operation, target))], cancellationToken);
    }

    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) => EraseAsync(Preview, request, cancellationToken);

    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) => EraseAsync(Change.Erase, request, cancellationToken);

    public async Task<PopulationPage> ReadPopulationAsync(PopulationRequest request, CancellationToken cancellationToken)
    {
        var switches = await SwitchesAsync(cancellationToken);
        Fail(switches, call: null);
        var start = request.PageToken is null ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var numbers = WithBook(switches, book => book.Numbers(start, request.PageSize + 1));
        return new(
            [.. numbers.Take(request.PageSize).Select(number => new SubjectIdentity(IdentityKinds.CustomerNumber, number, settings.CustomerNumberIssuer))],
            numbers.Count > request.PageSize ? (start + request.PageSize).ToString(CultureInfo.InvariantCulture) : null);
    }

    public async Task<WriteResult> AskPendingAsync(PendingWorkRequest request, CancellationToken cancellationToken)
    {
        var switches = await SwitchesAsync(cancellationToken);
        Fail(switches, call: null);
        return new() { Items = WithBook(switches, book => request.Tokens.Select(token => book.Ask(token, switches.Seconds(Switches.Overdue))).ToList()) };
    }

    private Task<WriteResult> EraseAsync(string call, ErasureRequest request, CancellationToken cancellationToken) => WriteAsync(
        request.Task, request.Identities, call, [.. request.Targets.Select(target => new Change(Change.Erase, target))], cancellationToken);

    private async Task<WriteResult> WriteAsync(
        TaskKey task, IReadOnlyList<SubjectIdentity> identities, string operation, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var switches = await SwitchesAsync(cancellationToken);
        var numbers = Numbers(identities);
        var (call, items) = WithBook(switches, book =>
        {
            long? call = operation == Preview ? null : book.CallsOf(task.TaskId) + 1;
            var write = new LedgerWrite(book, switches, task, operation, numbers, FailureOf(switches, call) is not null);
            return (call, changes.Select(write.Answer).ToList());
        });
        Fail(switches, call);
        if (switches.Hits(Switches.LostReply, call))
        {
            throw new SourceException(FailureKind.Transient, "The connection broke before the answer came.");
        }

        await WaitAsync(switches, Switches.SlowReply, cancellationToken);
        return new() { Items = items };
    }

    private T WithBook<T>(Switches switches, Func<LedgerBook, T> use)
    {
        // Callers within one process queue here; SQLite would have them sleep.
        lock (gate)
        {
            using var file = new LedgerFile(settings);
            var book = new LedgerBook(file, clock.GetUtcNow());
            if (!switches.Has(Switches.Overdue))
            {
                book.MakeDue();
            }

            var result = use(book);
            file.Commit();
            return result;
        }
    }

    private async Task<Switches> SwitchesAsync(CancellationToken cancellationToken)
    {
        var switches = await Switches.ReadAsync(settings.Control, cancellationToken);
        await WaitAsync(switches, Switches.Slow, cancellationToken);
        return switches;
    }

    private Task WaitAsync(Switches switches, string name, CancellationToken cancellationToken) =>
        switches.Has(name) ? Task.Delay(switches.Milliseconds(name), clock, cancellationToken) : Task.CompletedTask;

    private HashSet<string> Numbers(IReadOnlyList<SubjectIdentity> identities) =>
        [.. identities.Where(identity => identity.Kind == IdentityKinds.CustomerNumber).Select(identity => identity.Value)];

    private static List<int> FoundBy(ReadRequest request, string number) =>
        [.. Enumerable.Range(0, request.Identities.Count).Where(position => request.Identities[position].Value == number)];

    private static SourceFailure? FailureOf(Switches switches, long? call) =>
        switches.Hits(Switches.Down, call) ? new(FailureKind.Transient, "The ledger is down.")
        : switches.Hits(Switches.Broken, call) ? new(FailureKind.System, "The ledger is broken.")
        : null;

    private static void Fail(Switches switches, long? call)
    {
        if (FailureOf(switches, call) is { } failure)
        {
            throw new SourceException(failure.Kind, failure.Message);
        }
    }
}
