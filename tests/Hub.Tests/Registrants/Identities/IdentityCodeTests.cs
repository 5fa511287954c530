using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Registrants.Identities;

[Requirement("S0-15")]
[Requirement("S2-23")]
[Requirement("S3-16")]
public sealed class IdentityCodeTests
{
    private readonly IdentityCode kind = new(allowArtificial: true, new TestTimeProvider());

    public static TheoryData<string> EveryCheckCharacter() =>
        [.. ("9270 9281 9292 9303 9004 9015 9026 9037 9048 9059 906A 907B 908C 909D 910E 911F 912H 913J 914K 915L 916M 917N "
            + "918P 919R 920S 921T 922U 923V 924W 925X 926Y").Split(' ').Select(end => "010180-" + end)];

    [Theory]
    [InlineData("010170-900J")]
    [InlineData("010170-901K")]
    [InlineData("010170Y901K")]
    [InlineData("150685X9503")]
    [InlineData("150685W9514")]
    [InlineData("150685V9525")]
    [InlineData("150685U9536")]
    [InlineData("010205A955B")]
    [InlineData("010205B955B")]
    [InlineData("010205C956C")]
    [InlineData("010205D957D")]
    [InlineData("010205E958E")]
    [InlineData("010205F959F")]
    [InlineData("290200A912R")]
    [InlineData("290296-9303")]
    [InlineData("311299+999E")]
    [InlineData("101010A910E")]
    [InlineData("130552-9084")]
    [InlineData("310149-9879")]
    [InlineData("280211A9472")]
    [InlineData("241224A998J")]
    [InlineData("010594Y9032")]
    [InlineData("020594X903P")]
    [InlineData("030594W903B")]
    [InlineData("040594V9030")]
    [InlineData("050594U903M")]
    [InlineData("010516B903X")]
    [InlineData("020516C903K")]
    [InlineData("030516D9037")]
    [InlineData("010501E9032")]
    [InlineData("020503F9037")]
    [MemberData(nameof(EveryCheckCharacter))]
    public void Normalise_Should_KeepTheCode_When_Valid(string code) => kind.Normalise(code).Value.ShouldBe(code);

    [Theory]
    [InlineData("290200-912R", IdentityDefect.ImpossibleDate)]
    [InlineData("310270-9000", IdentityDefect.ImpossibleDate)]
    [InlineData("010170a901k", IdentityDefect.ImpossibleDate)]
    [InlineData("010170-901J", IdentityDefect.WrongCheckCharacter)]
    [InlineData("010170Z901K", IdentityDefect.Malformed)]
    [InlineData("010170G901K", IdentityDefect.Malformed)]
    [InlineData("010170 901K", IdentityDefect.Malformed)]
    [InlineData("010170- 901K", IdentityDefect.Malformed)]
    [InlineData("010170-901KK", IdentityDefect.Malformed)]
    [InlineData("०१०१७०-901K", IdentityDefect.Malformed)]
    [InlineData("010170901K", IdentityDefect.Ambiguous)]
    [InlineData("  ", IdentityDefect.Empty)]
    public void Normalise_Should_NameTheDefect_When_NotValid(string code, IdentityDefect defect)
    {
        // act
        var reading = kind.Normalise(code);

        // assert
        reading.Value.ShouldBeNull();
        reading.Defect.ShouldBe(defect);
        reading.Mistake!.ShouldNotContain("901");
    }

    [Theory]
    [InlineData(" 010170\u2011901k ", "010170-901K")]
    [InlineData("010170\u2212901K", "010170-901K")]
    [InlineData("010205b955b", "010205B955B")]
    public void Normalise_Should_WriteItOneWay_When_WrittenOtherwise(string written, string normal) =>
        kind.Normalise(written).Value.ShouldBe(normal);

    [Theory]
    [InlineData("010180-0003")]
    [InlineData("010180-0014")]
    public void Normalise_Should_Refuse_When_TheNumberIsNeverIssued(string code) =>
        kind.Normalise(code).Defect.ShouldBe(IdentityDefect.NeverIssued);

    [Fact]
    public void Normalise_Should_Refuse_When_ArtificialPeopleAreNotLetIn() =>
        new IdentityCode(allowArtificial: false, new TestTimeProvider()).Normalise("010170-901K").Defect
            .ShouldBe(IdentityDefect.NeverIssued);

    [Fact]
    public void Normalise_Should_AcceptTheNewborn_When_ItIsTheirBirthdayInFinlandAlready()
    {
        // 1 November, 22:30 in UTC is 2 November in Finland.
        var late = new TestTimeProvider(new DateTimeOffset(2026, 11, 1, 22, 30, 0, TimeSpan.Zero));
        var code = "021126A900";
        var check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[(int)(21126900L % 31)];

        new IdentityCode(allowArtificial: true, late).Normalise(code + check).IsValid.ShouldBeTrue();
        new IdentityCode(allowArtificial: true, new TestTimeProvider(late.GetUtcNow().AddHours(-3))).Normalise(code + check).Defect
            .ShouldBe(IdentityDefect.ImpossibleDate);
    }

    [Theory]
    [InlineData("010170-901K", "1970-01-01")]
    [InlineData("311299+999E", "1899-12-31")]
    [InlineData("290200A912R", "2000-02-29")]
    [InlineData("nonsense", null)]
    public void BirthDateOf_Should_ReadTheSignsCentury_When_Valid(string code, string? date) =>
        IdentityCode.BirthDateOf(code).ShouldBe(date is null ? null : DateOnly.Parse(date, null));

    [Fact]
    [Requirement("S0-16")]
    public void Mask_Should_TellNothing_When_Shown() => kind.Mask("010170-901K").ShouldNotContain("0");
}
