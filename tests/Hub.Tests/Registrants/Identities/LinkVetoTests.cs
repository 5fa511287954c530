using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Registrants.Identities;

public sealed class LinkVetoTests
{
    private static readonly DateOnly changed = new(2020, 5, 1);

    [Theory]
    [InlineData("010170-901K", "010170-901K", null)]
    [InlineData("010170-901K", "010170Y901K", VetoGround.IdentityCodesDiffer)]
    [InlineData("010170-901K", "130552-9084", VetoGround.IdentityCodesDiffer)]
    public void Between_Should_Forbid_When_CodesDifferEvenBySignOnly(string left, string right, VetoGround? ground) =>
        LinkVeto.Between(Side(Code(left)), Side(Code(right))).ShouldBe(ground);

    [Fact]
    public void Between_Should_Allow_When_OneSideHasNoCode() => LinkVeto.Between(Side(Code("010170-901K")), Side()).ShouldBeNull();

    [Fact]
    public void Between_Should_Allow_When_TheCodeWasChangedOnTheSameBirthDate() =>
        LinkVeto.Between(
            Side(Code("010170-901K") with { ValidTo = changed.AddDays(-1) }),
            Side(Code("010170-900J") with { ValidFrom = changed })).ShouldBeNull();

    [Fact]
    public void Between_Should_Forbid_When_BirthDatesDiffer()
    {
        var born = new LinkSide { Identities = [], BirthDates = [new DateOnly(1970, 1, 2)] };

        LinkVeto.Between(Side(Code("010170-901K")), born).ShouldBe(VetoGround.BirthDatesDiffer);
        LinkVeto.Between(born, new LinkSide { Identities = [], BirthDates = [new DateOnly(1970, 1, 2)] }).ShouldBeNull();
    }

    [Fact]
    public void Between_Should_Forbid_When_APersonSeparatedThem()
    {
        var separation = Guid.NewGuid();
        var side = new LinkSide { Identities = [], Separations = [separation] };

        LinkVeto.Between(side, side).ShouldBe(VetoGround.Separated);
        LinkVeto.Between(side, new LinkSide { Identities = [], Separations = [Guid.NewGuid()] }).ShouldBeNull();
    }

    private static SubjectIdentity Code(string value) => new(IdentityKinds.IdentityCode, value, null);

    private static LinkSide Side(params SubjectIdentity[] identities) => new() { Identities = identities };
}
