using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

public sealed class PlanHashTests : IDisposable
{
    private static readonly PlannedItem First = new() { Target = new("person", "1"), Fate = Fate.Erase, Article = "GDPR Art. 17(1)(a)" };
    private static readonly PlannedItem Second = First with { Target = new("person", "2") };

    private static readonly PlannedTask Crm = new()
    {
        Source = "crm",
        Identities = [new(IdentityKinds.CustomerNumber, "1001", "crm"), new(IdentityKinds.Email, "aino@example.org", null)],
        Items = [First, Second],
        After = [],
    };

    private static readonly PlannedTask Billing = Crm with { Source = "billing" };

    private readonly PlanningRoom room = new();

    public static TheoryData<string> Changes => ["record", "more", "fate", "article", "until", "identity", "source", "task", "register"];

    [Fact]
    public void Of_Should_BeTheSame_When_OnlyOrderReasonAndDeadlinesDiffer()
    {
        var again = Crm with { Identities = [.. Crm.Identities.Reverse()], Items = [Second with { Reason = "In other words." }, First] };

        HashOf(Billing, again).ShouldBe(HashOf(Crm, Billing));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Of_Should_BeAnother_When_AnythingThatCountsDiffers(string change)
    {
        var other = change switch
        {
            "record" => HashOf(Crm with { Items = [First, Second with { Target = new("person", "3") }] }, Billing),
            "more" => HashOf(Crm with { Items = [First, Second, Second] }, Billing),
            "fate" => HashOf(Crm with { Items = [First, Second with { Fate = Fate.Manual }] }, Billing),
            "article" => HashOf(Crm with { Items = [First, Second with { Article = "Other Act" }] }, Billing),
            "until" => HashOf(Crm with { Items = [First, Second with { Until = new(2030, 1, 1) }] }, Billing),
            "identity" => HashOf(Crm with { Identities = [Crm.Identities[0]] }, Billing),
            "source" => HashOf(Crm with { Source = "web" }, Billing),
            "task" => HashOf(Crm),
            _ => Hash().Of("other", room.Registrant, DataSubjectRequestKind.Erasure, [Crm, Billing], [], []),
        };

        other.ShouldNotBe(HashOf(Crm, Billing));
    }

    [Fact]
    public void Of_Should_BindBlockers_When_SomebodyIsUndecidedOrASourceWasNotReached()
    {
        var plain = HashOf(Crm);
        var undecided = Hash().Of("shop", room.Registrant, DataSubjectRequestKind.Erasure, [Crm], [], [new("crm", "customerNumber", ["email"], "mark")]);
        var notReached = Hash().Of("shop", room.Registrant, DataSubjectRequestKind.Erasure, [Crm], [new("web", "It is down.")], []);

        new[] { plain, undecided, notReached }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Of_Should_BindTheNewValue_When_SomethingIsCorrected()
    {
        var correction = First with { Target = new("person", "1", "email"), Fate = Fate.Correct, ExpectedTag = "tag", NewValue = new TextValue("a@example.org") };

        HashOf(Crm with { Items = [correction with { NewValue = new TextValue("b@example.org") }] })
            .ShouldNotBe(HashOf(Crm with { Items = [correction] }));
    }

    [Fact]
    public void Of_Should_GiveNothingAway_When_TheMasterKeyIsAnother()
    {
        using var other = new PlanningRoom();

        new PlanHash(other.Blinds, other.Tags, other.Kinds).Of("shop", room.Registrant, DataSubjectRequestKind.Erasure, [Crm], [], [])
            .ShouldNotBe(HashOf(Crm));
    }

    public void Dispose() => room.Dispose();

    private PlanHash Hash() => new(room.Blinds, room.Tags, room.Kinds);

    private string HashOf(params PlannedTask[] tasks) => Hash().Of("shop", room.Registrant, DataSubjectRequestKind.Erasure, tasks, [], []);
}
