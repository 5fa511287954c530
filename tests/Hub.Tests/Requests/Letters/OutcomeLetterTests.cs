using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Documents;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Deadlines;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Letters;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Tests.Registers.Documents;

namespace PersonalDataHub.Hub.Tests.Requests.Letters;

/// <summary>What goes to a person in writing.</summary>
public sealed class OutcomeLetterTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, bool> Letters =>
        [.. from id in ConfiguredRegisters.Ids from language in RegisterDocuments.Languages from html in new[] { false, true } select new TheoryDataRow<string, string, bool>(id, language, html)];

    [Theory]
    [MemberData(nameof(Letters))]
    [Requirement("S0-02")]
    public void Write_Should_PrintTheController_When_AnythingGoesOut(string id, string language, bool html)
    {
        var register = ConfiguredRegisters.Read(id);
        var controller = register.Controller;
        string[] papers =
        [
            Write(register, Erased(register), language, html),
            .. RegisterDocuments.KindsOf(register).Select(kind => RegisterDocuments.Write(register, kind, language, html)),
        ];

        papers.Length.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var paper in papers)
        {
            paper.ShouldContain(controller.Name);
            paper.ShouldContain(controller.Address.ShouldNotBeNull());
            paper.ShouldContain(controller.BusinessId is { } businessId ? $"{(language == "fi" ? "Y-tunnus" : "Business ID")} {businessId}" : controller.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    [Requirement("S0-54"), Requirement("S2-72"), Requirement("S2-74"), Requirement("S3-59")]
    public void Write_Should_SayWhereToComplain_When_ARequestIsAnswered(string id, string language, bool html)
    {
        var register = ConfiguredRegisters.Read(id);
        var refused = Erased(register) with { Status = RequestStatus.Refused, Tasks = [] };
        foreach (var paper in (string[])[Write(register, Erased(register), language, html), Write(register, refused, language, html)])
        {
            paper.ShouldContain(language == "fi" ? "tietosuojavaltuutetun toimisto" : "the Office of the Data Protection Ombudsman");
            paper.ShouldContain(language == "fi" ? "PL 800, 00531 Helsinki" : "P.O. Box 800, 00531 Helsinki");
            paper.ShouldContain("Lintulahdenkuja 4, 00530 Helsinki");
            paper.ShouldContain("029 566 6700");
            paper.ShouldContain("tietosuoja.fi");
            paper.ShouldContain(language == "fi" ? "tuomioistuimen" : "court (Art. 79)");
        }
    }

    [Fact]
    public void Write_Should_TellWhatStayedAndWhy_When_ALawKeepsIt()
    {
        var register = ConfiguredRegisters.Read("studio");

        var paper = Write(register, Erased(register), "en", html: false);

        paper.ShouldContain("| crm | customer | done and read back | 2 |");
        paper.ShouldContain("| billing | invoice | kept |");
        paper.ShouldContain("| Accounting Act 1336/1997 2:10 | 31 December 2032, End of the time |");
        paper.ShouldContain(register.Pack.FindStatement("destroyed-unless-law-invoice-or-collection")!.Text.En);
        paper.ShouldContain("done in part: some data stays");
        paper.ShouldContain("under version 2018-01-04 of the notice");
        paper.ShouldContain("Dated 2 November 2026.");
        paper.ShouldNotContain("| crm | customer | kept");
    }

    [Fact]
    public void Write_Should_BeNothing_When_TheRequestCannotBeAnsweredYet()
    {
        var register = ConfiguredRegisters.Read("studio");
        var running = Erased(register) with { EndedAt = null, Tasks = [Task("crm", TaskState.Executing, Item("customer", null))] };

        OutcomeLetter.Write(register, running, "en", asHtml: false, now).ShouldBeNull();
    }

    private static string Write(Register register, DataSubjectRequest request, string language, bool html) =>
        OutcomeLetter.Write(register, request, language, html, now).ShouldNotBeNull();

    private static DataSubjectRequest Erased(Register register) => new()
    {
        Id = Guid.Parse("0b9cbb46-1f3f-4be5-8f55-6a2d3e5d1a01"),
        Register = register.Id,
        Kind = DataSubjectRequestKind.Erasure,
        Status = RequestStatus.DoneWithRetention,
        RegistrantId = Guid.Parse("0b9cbb46-1f3f-4be5-8f55-6a2d3e5d1a02"),
        ClientRequestKey = "one",
        ReceivedAt = now.AddDays(-3),
        Channel = Channel.Letter,
        DueOn = new(2026, 11, 30),
        Deadline = new DeadlineRules(new DeadlineCalendar(false)).DeadlineOf(now.AddDays(-3)),
        Plan = new() { Hash = "hash", Notice = register.Pack.Notices[^1].Id, Items = [], NotAsked = [], NotReached = [], Undecided = [] },
        Tasks =
        [
            Task("crm", TaskState.Final, Item("customer", Outcome.Verified), Item("customer", Outcome.Verified)),
            Task("billing", TaskState.Final, Item("invoice", Outcome.Retained) with
            {
                Article = "Accounting Act 1336/1997 2:10",
                Until = new(2032, 12, 31),
                LiftedBy = "End of the time",
                Statements = ["destroyed-unless-law-invoice-or-collection"],
            }),
        ],
        RequestedBy = "officer",
        CreatedAt = now.AddDays(-3),
        EndedAt = now.AddDays(-1),
    };

    private static FulfillmentTask Task(string source, TaskState state, params TaskItem[] items) =>
        new() { Id = Guid.NewGuid(), Source = source, State = state, Items = items };

    private static TaskItem Item(string type, Outcome? outcome) => new() { RecordType = type, Fate = Fate.Erase, Outcome = outcome };
}
