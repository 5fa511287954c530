using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Registrants.Identities;

[Requirement("S0-16")]
public sealed class KnownIdentityKindsTests
{
    private readonly KnownIdentityKinds kinds = new(allowArtificialIdentityCodes: true, new TestTimeProvider());

    [Fact]
    public void TryRead_Should_KeepCaseAndZeros_When_TheKindIsASourcesOwn()
    {
        kinds.TryRead("loyaltyCard", " 00aB ", "crm", out var identity, out _).ShouldBeTrue();
        identity.ShouldBe(new SubjectIdentity("loyaltyCard", "00aB", "crm"));
    }

    [Fact]
    public void TryRead_Should_AskForTheIssuer_When_TheKindMeansNothingWithoutIt()
    {
        kinds.TryRead(IdentityKinds.CustomerNumber, "1001", null, out _, out var reading).ShouldBeFalse();
        reading.Defect.ShouldBe(IdentityDefect.IssuerMissing);
    }

    [Fact]
    public void TryRead_Should_DropTheIssuer_When_TheKindIsEverybodys()
    {
        kinds.TryRead(IdentityKinds.IdentityCode, "010170-901k", "crm", out var identity, out _).ShouldBeTrue();
        identity.ShouldBe(new SubjectIdentity(IdentityKinds.IdentityCode, "010170-901K", null));
    }

    [Theory]
    [InlineData(IdentityKinds.Email, IdentityStrength.Shareable)]
    [InlineData(IdentityKinds.Phone, IdentityStrength.Shareable)]
    [InlineData(IdentityKinds.BusinessId, IdentityStrength.Shareable)]
    [InlineData(IdentityKinds.IdentityCode, IdentityStrength.Identifying)]
    [InlineData(IdentityKinds.CustomerNumber, IdentityStrength.Identifying)]
    public void Of_Should_TellWhatTheKindProves_When_Known(string kind, IdentityStrength strength) =>
        kinds.Of(kind).Strength.ShouldBe(strength);
}
