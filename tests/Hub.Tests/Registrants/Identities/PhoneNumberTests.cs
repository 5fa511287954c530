using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Registrants.Identities;

public sealed class PhoneNumberTests
{
    private readonly PhoneNumber kind = new();

    [Theory]
    [InlineData("040 000 0001", "+358400000001")]
    [InlineData("+358 (0)40 000 0001", "+358400000001")]
    [InlineData("+358-40-0000001", "+358400000001")]
    [InlineData("00358 40 0000001", "+358400000001")]
    [InlineData("+3580400000001", "+358400000001")]
    [InlineData("040\u00A0000\u00A00001", "+358400000001")]
    [InlineData("040\u2011000.0001", "+358400000001")]
    [InlineData("(09) 100 001", "+3589100001")]
    [InlineData("029 566 6700", "+358295666700")]
    [InlineData("+46 8 000 00 01", "+4680000001")]
    public void Normalise_Should_WriteItInternationally_When_OneNumber(string written, string normal)
    {
        kind.Normalise(written).Value.ShouldBe(normal);
        kind.Normalise(normal).Value.ShouldBe(normal);
    }

    [Theory]
    [InlineData("112", IdentityDefect.ServiceNumber)]
    [InlineData("116117", IdentityDefect.ServiceNumber)]
    [InlineData("118 100", IdentityDefect.ServiceNumber)]
    [InlineData("0000001", IdentityDefect.Malformed)]
    [InlineData("40 000 0001", IdentityDefect.Malformed)]
    [InlineData("040 OOO 0001", IdentityDefect.Malformed)]
    [InlineData("٠٤٠٠٠٠٠٠٠١", IdentityDefect.Malformed)]
    [InlineData("0400000001 / 0400000002", IdentityDefect.Multiple)]
    [InlineData("0400000001, 0400000002", IdentityDefect.Multiple)]
    [InlineData("0400000001 tai 0400000002", IdentityDefect.Multiple)]
    [InlineData("0400000001 ext 12", IdentityDefect.Multiple)]
    [InlineData("", IdentityDefect.Empty)]
    public void Normalise_Should_NameTheDefect_When_NotOneNumber(string written, IdentityDefect defect) =>
        kind.Normalise(written).Defect.ShouldBe(defect);

    [Fact]
    public void Mask_Should_KeepTheLastTwoDigits_When_Shown() => kind.Mask("+358400000012").ShouldBe("+358*****12");
}
