using System.Globalization;

namespace PersonalDataHub.DemoSources.Tests;

public sealed class IdentityCodesTests
{
    [Theory]
    [InlineData(1970, 1, 1, '-', 901, "010170-901K")]
    [InlineData(1970, 1, 1, 'Y', 901, "010170Y901K")]
    [InlineData(1985, 6, 15, 'X', 950, "150685X9503")]
    [InlineData(2000, 2, 29, 'A', 912, "290200A912R")]
    [InlineData(1899, 12, 31, '+', 999, "311299+999E")]
    [InlineData(2024, 12, 24, 'A', 998, "241224A998J")]
    public void Make_Should_AppendTheCheckCharacter_When_DateAndNumberAreGiven(
        int year, int month, int day, char sign, int number, string expected)
    {
        IdentityCodes.Make(new DateOnly(year, month, day), sign, number).ShouldBe(expected);
    }

    [Theory]
    [InlineData(42)]
    [InlineData(-3)]
    public void For_Should_GiveEverybodyACodeOfTheirOwn_When_ThereAreMany(int seed)
    {
        // arrange
        var withoutSign = new HashSet<string>();

        // act
        for (var person = 1; person <= 300_000; person++)
        {
            var (birthDate, code) = IdentityCodes.For(seed, person, new SeededDice(seed, person, DiceAspect.Person));

            // assert
            code.Length.ShouldBe(11);
            int.Parse(code.AsSpan(7, 3), CultureInfo.InvariantCulture).ShouldBeInRange(910, 999);
            ("ABCDEF".Contains(code[6], StringComparison.Ordinal) ? birthDate.Year >= 2000 : birthDate.Year < 2000).ShouldBeTrue();
            withoutSign.Add(code.Remove(6, 1)).ShouldBeTrue();
        }
    }
}
