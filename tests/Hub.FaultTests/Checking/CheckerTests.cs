using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>The checker finds what is forged, each time by the invariant that it breaks and by no other.</summary>
public sealed class CheckerTests
{
    private static readonly Evidence good = ForgedEvidence.Good;

    private static readonly Dictionary<string, Func<Evidence>> forged = new()
    {
        ["I1 a request that nobody knows"] = () => good with { Shown = new Dictionary<string, ShownRequest>() },
        ["I1 a source without a task"] = () => good with
        {
            Tasks = [good.Tasks[0]],
            Ledgers = With("billing", []),
            Audit = [.. good.Audit.Where(entry => !entry.Sources.ContainsKey("billing"))],
        },
        ["I1 a task that is not shown"] = () => good with { Shown = Shown("DONE", good.Shown[ForgedEvidence.RequestId].Tasks.Take(1)) },
        ["I1 a task that waits for nothing"] = () => good with { Tasks = [good.Tasks[0] with { State = "Accepted", DueAt = ForgedEvidence.At }, good.Tasks[1]], Audit = Without("Final", "crm") },
        ["I2 an effect without a task"] = () => good with { Ledgers = With("crm", [.. good.Ledgers["crm"], ForgedEvidence.Erased(Guid.NewGuid(), "10002")]) },
        ["I2 an effect on somebody else"] = () => good with { Ledgers = With("crm", [ForgedEvidence.Erased(ForgedEvidence.CrmTask, "10002")]) },
        ["I2 an effect that was not asked"] = () => good with { Ledgers = With("crm", [ForgedEvidence.Erased(ForgedEvidence.CrmTask, operation: Operations.Rectify)]) },
        ["I2 an effect at another source"] = () => good with { Ledgers = With("billing", [ForgedEvidence.Erased(ForgedEvidence.CrmTask)]) },
        ["I3 an effect twice"] = () => good with { Ledgers = With("crm", [.. good.Ledgers["crm"], .. good.Ledgers["crm"]]) },
        ["I4 a source that is waited for and never asked again"] = () => good with
        {
            Tasks = [good.Tasks[0] with { State = "Waiting", Cause = "SourceDown", DueAt = ForgedEvidence.At.AddSeconds(-30) }, good.Tasks[1]],
            Audit = Without("Final", "crm"),
        },
        ["I4 a source that is waited for without a date"] = () => good with
        {
            Tasks = [good.Tasks[0] with { State = "Waiting", Cause = "SourceDelay" }, good.Tasks[1]], Audit = Without("Final", "crm"),
        },
        ["I7 a chain that does not fit"] = () => good with { AuditIsIntact = false },
        ["I7 an acceptance without an entry"] = () => good with { Audit = [.. good.Audit.Where(entry => entry.Operation != "requestErasure")] },
        ["I7 an end without an entry"] = () => good with { Audit = [.. good.Audit.Where(entry => entry.Operation != "endRequest")] },
        ["I7 a task's end without an entry"] = () => good with { Audit = Without("Final", "crm") },
        ["I7 an entry of what did not happen"] = () => good with
        {
            Audit = [.. good.Audit, new("fulfillTask", "44444444-4444-4444-4444-444444444444", "told", new Dictionary<string, string> { ["crm"] = "Executing" })],
        },
        ["I8 a name in a log"] = () => good with { Leaks = ["A hub printed it."] },
    };

    public static TheoryData<string> Forgeries => [.. forged.Keys];

    [Fact]
    public void Check_Should_FindNothing_When_AllWentWell() => Checker.Check(good).Explain().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void Check_Should_FindTheInvariant_When_TheEvidenceIsForged(string forgery)
    {
        var verdict = Checker.Check(forged[forgery]());

        verdict.Breaks.Where(one => one.Breaks.Count > 0).Select(one => one.Invariant).ShouldBe([forgery[..2]], string.Join('\n', verdict.Explain()));
    }

    [Theory]
    [InlineData("Executing", 0)]
    [InlineData("Final", 1)]
    public void Check_Should_FindNothing_When_ATaskIsBehindOneThatIsNotDone(string before, int breaks)
    {
        var (first, second) = (good.Tasks[0] with { Request = "other", State = before, LeaseUntil = ForgedEvidence.At }, good.Tasks[0] with { State = "Accepted" });
        var shown = good.Shown[ForgedEvidence.RequestId].Tasks;

        var verdict = Checker.Check(good with
        {
            Tasks = [first with { Id = "other" }, second, good.Tasks[1]],
            Shown = Shown("RUNNING", [shown[0] with { Id = second.Id, Behind = "other" }, shown[1]]),
        });

        (verdict.CountOf("I1"), verdict.CountOf("I4")).ShouldBe((breaks, breaks));
    }

    [Fact]
    public void Check_Should_FindTaskAndRequest_When_ALeaseRanOut()
    {
        var dead = good.Tasks[0] with { State = "Executing", DueAt = ForgedEvidence.At, LeaseUntil = ForgedEvidence.At.AddSeconds(-30) };

        var verdict = Checker.Check(good with { Tasks = [dead, good.Tasks[1]], Audit = Without("Final", "crm") });

        (verdict.CountOf("I1"), verdict.CountOf("I4")).ShouldBe((1, 1));
    }

    [Fact]
    public void Check_Should_FindFalseSuccessAndReturn_When_AVerifiedErasureIsStillHeld()
    {
        var held = new Dictionary<string, IReadOnlyDictionary<string, Account>>(good.Held)
        {
            ["crm"] = new Dictionary<string, Account> { [ForgedEvidence.Person] = ForgedEvidence.Holder },
        };

        var verdict = Checker.Check(good with { Held = held });

        (verdict.CountOf("I5"), verdict.CountOf("I6")).ShouldBe((1, 1));
    }

    [Fact]
    public void Check_Should_FindTheReturn_When_TheHubFindsAnErasedPerson() =>
        Checker.Check(good with { Found = [ForgedEvidence.Person] }).CountOf("I6").ShouldBe(1);

    [Theory]
    [InlineData("Rectification", "Kanaria Uusi", false, 1)]
    [InlineData("Rectification", "Kanaria 10001", false, 0)]
    [InlineData("Restriction", null, false, 1)]
    [InlineData("Restriction", null, true, 0)]
    public void Check_Should_CompareWithTheSource_When_ACorrectionOrRestrictionIsVerified(string kind, string? newName, bool restricted, int breaks)
    {
        var asked = ForgedEvidence.Request with { Kind = Enum.Parse<RequestKind>(kind), NewName = newName };
        var held = new Dictionary<string, Account> { [ForgedEvidence.Person] = ForgedEvidence.Holder with { Restricted = restricted } };

        var verdict = Checker.Check(good with
        {
            History = [new(ForgedEvidence.At, HistoryEvent.Accepted, asked, ForgedEvidence.RequestId)],
            Held = new Dictionary<string, IReadOnlyDictionary<string, Account>> { ["crm"] = held, ["billing"] = held },
        });

        verdict.CountOf("I5").ShouldBe(breaks * 2);
    }

    [Theory]
    [InlineData("kanariax", true)]
    [InlineData("nobody", false)]
    public void Holds_Should_FindTheMarker_When_ItStandsInBytes(string marker, bool found)
    {
        byte[][] written = [[0, .. "… kanariax 10001"u8], [7, 0, .. System.Text.Encoding.Unicode.GetBytes("kanariax")]];

        written.ShouldAllBe(bytes => LeakScan.Holds(bytes, marker) == found);
    }

    private static Dictionary<string, IReadOnlyList<LedgerLine>> With(string source, IReadOnlyList<LedgerLine> lines) =>
        new(good.Ledgers) { [source] = lines };

    private static Dictionary<string, ShownRequest> Shown(string status, IEnumerable<ShownTask> tasks) =>
        new() { [ForgedEvidence.RequestId] = new(ForgedEvidence.RequestId, status, [.. tasks]) };

    private static IReadOnlyList<AuditLine> Without(string state, string source) =>
        [.. good.Audit.Where(entry => entry.Sources.GetValueOrDefault(source) != state)];
}
