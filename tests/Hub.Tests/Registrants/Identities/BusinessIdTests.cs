using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Registrants.Identities;

public sealed class BusinessIdTests
{
    private readonly BusinessId kind = new();

    [Theory]
    [InlineData("9900005-0", "9900005-0")]
    [InlineData("9900006-9", "9900006-9")]
    [InlineData("9900001-8", "9900001-8")]
    [InlineData("9900007-7", "9900007-7")]
    [InlineData("9900002-6", "9900002-6")]
    [InlineData("9900008-5", "9900008-5")]
    [InlineData("9900003-4", "9900003-4")]
    [InlineData("9900009-3", "9900009-3")]
    [InlineData("9900004-2", "9900004-2")]
    [InlineData("9900018-1", "9900018-1")]
    [InlineData("0245974-7", "0245974-7")]
    [InlineData("245974\u20137", "0245974-7")]
    public void Normalise_Should_KeepTheId_When_Valid(string written, string normal) =>
        kind.Normalise(written).Value.ShouldBe(normal);

    [Theory]
    [InlineData("9900007-4", IdentityDefect.WrongCheckCharacter)]
    [InlineData("9900000-1", IdentityDefect.NeverIssued)]
    [InlineData("99000050", IdentityDefect.Malformed)]
    [InlineData("FI99000050", IdentityDefect.Malformed)]
    [InlineData("", IdentityDefect.Empty)]
    public void Normalise_Should_NameTheDefect_When_NotValid(string written, IdentityDefect defect) =>
        kind.Normalise(written).Defect.ShouldBe(defect);

    [Fact]
    public void VatNumberOf_Should_DropTheHyphen_When_Valid() => BusinessId.VatNumberOf("9900005-0").ShouldBe("FI99000050");
}
