using PersonalDataHub.Connectors.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("040 000 0001", "+358400000001")]
    [InlineData("+358 (0)40 000 0001", "+358400000001")]
    [InlineData("+358-40-0000001", "+358400000001")]
    [InlineData("00358 40 0000001", "+358400000001")]
    [InlineData("+3580400000001", "+358400000001")]
    [InlineData("040\u00A0000\u00A00001", "+358400000001")]
    [InlineData("(09) 100 001", "+3589100001")]
    [InlineData("+46 8 000 00 01", "+4680000001")]
    [InlineData("112", null)]
    [InlineData("116117", null)]
    [InlineData("0000001", null)]
    [InlineData("40 000 0001", null)]
    [InlineData("0400000001 / 0400000002", null)]
    [InlineData("anonymous", null)]
    public void Normalize_Should_GiveE164_When_TheTextIsOneNumber(string raw, string? expected) =>
        PhoneNumber.Normalize(raw, "358").ShouldBe(expected);
}
