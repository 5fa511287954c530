using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>The evidence of one erasure at two sources that went well, to be spoiled in one place.</summary>
internal static class ForgedEvidence
{
    public const string RequestId = "11111111-1111-1111-1111-111111111111";
    public const string Person = "10001";

    public static readonly DateTimeOffset At = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly AskedRequest Request = new("erasure-10001", RequestKind.Erasure, Person) { Shares = ["crm", "billing"] };

    private static readonly Guid crmTask = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guid billingTask = new("33333333-3333-3333-3333-333333333333");

    public static Evidence Good { get; } = new()
    {
        History =
        [
            new(At, HistoryEvent.Sent, Request, ""),
            new(At, HistoryEvent.Unanswered, Request, "HttpRequestException"),
            new(At, HistoryEvent.Fault, null, "kill"),
            new(At, HistoryEvent.Sent, Request, ""),
            new(At, HistoryEvent.Accepted, Request, RequestId),
        ],
        Ledgers = new Dictionary<string, IReadOnlyList<LedgerLine>> { ["crm"] = [Erased(crmTask)], ["billing"] = [Erased(billingTask), Repeated(billingTask)] },
        Held = new Dictionary<string, IReadOnlyDictionary<string, Account>> { ["crm"] = Nobody, ["billing"] = Nobody },
        Shown = new Dictionary<string, ShownRequest> { [RequestId] = new(RequestId, "DONE", [ShownAt("crm"), ShownAt("billing")]) },
        Tasks = [StoredAt("crm", crmTask), StoredAt("billing", billingTask)],
        Audit =
        [
            new("requestErasure", null, null, new Dictionary<string, string>()),
            new("requestErasure", RequestId, "running", new Dictionary<string, string>()),
            new("fulfillTask", RequestId, "told", new Dictionary<string, string> { ["crm"] = "Executing" }),
            new("fulfillTask", RequestId, "readBack", new Dictionary<string, string> { ["crm"] = "Final" }),
            new("fulfillTask", RequestId, "readBack", new Dictionary<string, string> { ["billing"] = "Final" }),
            new("endRequest", RequestId, "done", new Dictionary<string, string>()),
        ],
        AuditIsIntact = true,
        Found = [],
        Leaks = [],
        At = At,
    };

    private static Dictionary<string, Account> Nobody => [];

    public static Account Holder { get; } = new(Person, "Kanaria 10001", null, Restricted: false, Version: 0);

    /// <summary>A change that a source made.</summary>
    public static LedgerLine Erased(Guid? task, string person = Person, string operation = Operations.Erase) =>
        new(At, task, 1, operation, person, Effect: true, "done", null);

    public static Guid CrmTask => crmTask;

    private static LedgerLine Repeated(Guid task) => new(At, task, 2, Operations.Erase, Person, Effect: false, "done", null);

    private static ShownTask ShownAt(string source) => new(source, source, "FINAL", null, null, ["VERIFIED"]);

    private static StoredTask StoredAt(string source, Guid id) => new()
    {
        Id = id.ToString(), Request = RequestId, ClientRequestKey = Request.Key, Source = source, State = "Final",
    };
}
