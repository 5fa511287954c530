using System.Globalization;

namespace PersonalDataHub.DemoSources;

/// <summary>Artificial Finnish personal identity codes: individual numbers 900-999 are never given to anybody.</summary>
/// <remarks>
/// Ordinary people get 910-999, the awkward cases have 900-909 to themselves. Birth date and individual number
/// together are unique, so two codes never differ in the sign alone unless a case wants them to.
/// </remarks>
internal static class IdentityCodes
{
    private const string CheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private const int FirstOrdinary = 910;
    private const int Ordinary = 90;
    private const int Days = 27_000;

    // Coprime with Days * Ordinary = 2^4 * 3^5 * 5^4: walking by it meets every combination before one repeats.
    private const long Stride = 1_618_033;

    private static readonly DateOnly FirstBirth = new(1932, 1, 1);

    /// <summary>The birth date of the person at this place, and a code that nobody else has.</summary>
    public static (DateOnly BirthDate, string Code) For(int seed, int index, SeededDice dice)
    {
        var place = (int)((((index + 1L) * Stride) + ((long)(uint)seed * 7919)) % (Days * Ordinary));
        var birthDate = FirstBirth.AddDays(place / Ordinary);
        var sign = birthDate.Year < 2000 ? dice.Pick("-----YX") : dice.Pick("AAAAAB");
        return (birthDate, Make(birthDate, sign, FirstOrdinary + (place % Ordinary)));
    }

    public static string Make(DateOnly birthDate, char sign, int individualNumber)
    {
        var date = birthDate.ToString("ddMMyy", CultureInfo.InvariantCulture);
        var sum = int.Parse(date + individualNumber, CultureInfo.InvariantCulture);
        return $"{date}{sign}{individualNumber}{CheckCharacters[sum % 31]}";
    }

    private static char Pick(this SeededDice dice, string choices) => choices[dice.Below(choices.Length)];
}
