using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Retention.Explaining;

namespace PersonalDataHub.Hub.Tests.Retention;

/// <summary>A consent that is taken back ends what rests on it alone, and nothing else, also while the relationship goes on.</summary>
[Requirement("S3-61")]
public sealed class ConsentEndingsTests
{
    private const string Register = """
        id: shop
        name: Shop
        controller: { name: Shop Oy }
        primarySource: crm
        bases:
          - { id: contract, kind: contract, name: Contract }
          - { id: consent, kind: consent, name: Consent }
        categories:
          - { id: contact, name: Contact }
          - { id: web, name: Web }
        purposes:
          - { id: service, name: Service, categories: all }
          - { id: selling, name: Selling, categories: [contact], bases: [contract] }
          - { id: advertising, name: Advertising, nature: direct-marketing, default: opt-in, categories: [contact, web], bases: [consent] }
        marketing:
          channels: [{ id: email, name: E-mail, regime: opt-in }, { id: sms, name: Text, regime: opt-in }]
          purposes: [advertising]
          intake: [letter]
        retention:
          - { id: bases, name: Bases, trigger: basis-end, sources: [crm] }
        """;

    [Fact]
    [Requirement("S3-60")]
    public async Task Sweep_Should_FindWhatRestedOnConsentAlone_When_TheConsentIsTakenBack()
    {
        // arrange: a customer whose contract goes on
        await using var room = await RetentionRoom.OfAsync(Register);
        room.WithCustomer("10001", -300).Sql("crm", $"insert into visit (number, visited_at) values ('10001', '{room.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}')");
        await DecideAsync(room, PermissionDecision.Given, "email");
        var given = await room.SweepAsync();

        // act
        room.Clock.Advance(TimeSpan.FromDays(1));
        await DecideAsync(room, PermissionDecision.Withdrawn, "email");
        room.Clock.Advance(TimeSpan.FromDays(1));
        var withdrawn = await room.SweepAsync();
        var explained = await ExplainAsync(room);

        // assert
        given.Lines.ShouldBeEmpty();
        var line = withdrawn.Lines.ShouldHaveSingleItem();
        (line.Source, line.RecordType, line.Rule, line.DueSince).ShouldBe(("crm", "visit", "bases", room.Today.AddDays(-1)));
        explained.Fields.Single(field => field.RecordType == "visit").End.Steps.ShouldContain(step => step.Text.Contains("consent to advertising"));
        explained.Fields.Where(field => field.RecordType == "customer").ShouldAllBe(field => field.End.Standing == RetentionStanding.Open);
    }

    [Fact]
    public async Task Sweep_Should_FindNothing_When_TheConsentStandsInAnotherChannel()
    {
        await using var room = await RetentionRoom.OfAsync(Register);
        room.WithCustomer("10001", -300);
        await DecideAsync(room, PermissionDecision.Given, "email");
        await DecideAsync(room, PermissionDecision.Given, "sms");
        await DecideAsync(room, PermissionDecision.Withdrawn, "email");
        room.Clock.Advance(TimeSpan.FromDays(1));

        (await room.SweepAsync()).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Explain_Should_NotCountAConsent_When_ItWasNeverGiven()
    {
        // arrange: the relationship is over, and nobody ever said yes
        await using var room = await RetentionRoom.OfAsync(Register);
        room.WithCustomer("10001", 20);

        // act
        var explained = await ExplainAsync(room);

        // assert
        explained.Fields.Where(field => field.RecordType == "customer").ShouldAllBe(field => field.End.EraseFrom == room.Today.AddDays(-20));
        explained.Fields.Single(field => field.RecordType == "visit").End.Standing.ShouldBe(RetentionStanding.NotKnown);
    }

    private static Task<RetentionExplanation> ExplainAsync(RetentionRoom room) => room.Get<RetentionExplainer>().OfAsync(
        "shop", new RegistrantKey.ByCustomerId("10001"), "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);

    private static Task<KeptPermission> DecideAsync(RetentionRoom room, PermissionDecision decision, string channel) => room.Get<MarketingPermissions>().SetAsync(
        new()
        {
            Register = "shop",
            Registrant = new RegistrantKey.ByCustomerId("10001"),
            Use = PermissionUse.Processing,
            Purpose = "advertising",
            Channel = channel,
            Decision = decision,
            Intake = "letter",
            TextVersion = "1",
        },
        "service",
        RetentionRoom.Officer,
        TestContext.Current.CancellationToken);
}
