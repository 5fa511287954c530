using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Registrants.Identities;

public sealed class EmailAddressTests
{
    private readonly EmailAddress kind = new();

    [Theory]
    [InlineData(" Aino.Esimerkki@Example.ORG ", "Aino.Esimerkki@example.org")]
    [InlineData("aino+shop@example.org", "aino+shop@example.org")]
    [InlineData("a@b@example.org", "a@b@example.org")]
    [InlineData("aino@\u00E4ij\u00E4.example.fi", "aino@xn--ij-uiac.example.fi")]
    [InlineData("a\u0308iti@example.org", "\u00E4iti@example.org")]
    public void Normalise_Should_ChangeTheDomainOnly_When_Valid(string written, string normal)
    {
        kind.Normalise(written).Value.ShouldBe(normal);
        kind.Normalise(normal).Value.ShouldBe(normal);
    }

    [Theory]
    [InlineData("aino.example.org")]
    [InlineData("@example.org")]
    [InlineData("aino@")]
    [InlineData("aino@localhost")]
    [InlineData("aino @example.org")]
    [InlineData("aino@exa_mple.org")]
    public void Normalise_Should_Refuse_When_NotAnAddress(string written) =>
        kind.Normalise(written).Defect.ShouldBe(IdentityDefect.Malformed);

    [Fact]
    public void Normalise_Should_Refuse_When_TheTextIsBrokenUnicode() =>
        kind.Normalise("aino\ud800@example.org").Defect.ShouldBe(IdentityDefect.Malformed);

    [Fact]
    public void ComparedBy_Should_IgnoreCaseButKeepTagsAndDots_When_Compared()
    {
        kind.ComparedBy("Aino@example.org").ShouldBe(kind.ComparedBy("aino@example.org"));
        kind.ComparedBy("aino+a@example.org").ShouldNotBe(kind.ComparedBy("aino@example.org"));
        kind.ComparedBy("a.ino@example.org").ShouldNotBe(kind.ComparedBy("aino@example.org"));
    }

    [Theory]
    [InlineData("info@example.org", true)]
    [InlineData("Laskut@example.org", true)]
    [InlineData("aino@example.org", false)]
    public void IsSharedMailbox_Should_GoByTheName_When_Asked(string address, bool shared) =>
        EmailAddress.IsSharedMailbox(address).ShouldBe(shared);
}
