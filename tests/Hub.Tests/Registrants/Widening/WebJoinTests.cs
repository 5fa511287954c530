using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Tests.Registrants.Widening;

public sealed class WebJoinTests
{
    private static readonly RecordType link = new()
    {
        Name = "visitorLink",
        PluralName = "visitorLinks",
        Description = "A link.",
        Category = "web",
        Origin = DataOrigin.Observed,
        Fields =
        [
            new() { Name = "visitorId", Kind = FieldKind.Text, Description = "Cookie.", IdentityKind = IdentityKinds.VisitorId },
            new() { Name = "customerNumber", Kind = FieldKind.Text, Description = "Customer.", IdentityKind = IdentityKinds.CustomerNumber, IdentityIssuer = "crm" },
            new() { Name = "consent", Kind = FieldKind.Text, Description = "Consent." },
            new() { Name = "reason", Kind = FieldKind.Text, Description = "Reason." },
        ],
    };

    [Theory]
    [InlineData(WebJoin.WithConsent, "granted", "form", true)]
    [InlineData(WebJoin.WithConsent, "granted", null, true)]
    [InlineData(WebJoin.WithConsent, null, "form", false)]
    [InlineData(WebJoin.WithConsent, "granted", "purchase", false)]
    [InlineData(WebJoin.Never, "granted", "form", false)]
    [Requirement("S1-36")]
    [Requirement("S2-45")]
    [Requirement("S4-36")]
    public void Read_Should_JoinTheBrowser_When_NoticeAndPersonAllowIt(WebJoin join, string? consent, string? reason, bool joined)
    {
        var reader = new IdentityReader(new(allowArtificialIdentityCodes: true, new TestTimeProvider()), new() { Declared = true, Join = join, JoinReasons = ["form", "login"] });

        var told = reader.Read(Web, Record(consent, reason)).Identities.Select(identity => identity.Kind);

        told.ShouldBe(joined ? [IdentityKinds.VisitorId, IdentityKinds.CustomerNumber] : [IdentityKinds.CustomerNumber]);
    }

    private static Source Web { get; } = new()
    {
        Register = "studio",
        Id = "web",
        Name = "Web",
        ConnectorId = "web-analytics",
        State = SourceState.Active,
        Descriptor = new() { RecordTypes = [link], Accepts = [new(IdentityKinds.VisitorId)] },
    };

    private static PersonalRecord Record(string? consent, string? reason) => new()
    {
        RecordType = "visitorLink",
        Key = "1",
        Values =
        [
            new TextValue("0123456789abcdef"), new TextValue("10001"), consent is null ? null : new TextValue(consent),
            reason is null ? null : new TextValue(reason),
        ],
        FoundBy = [0],
    };
}
