using System.Globalization;

namespace PersonalDataHub.DemoSources;

/// <summary>Telephone numbers that ring nobody.</summary>
/// <remarks>
/// The first people have numbers of the block 040 000 xxxx, whose subscriber part starts with zeros. The block is too
/// small for everybody: the rest have numbers under +999, a country code that is given to no country.
/// </remarks>
internal static class Phones
{
    private const int OwnNumbers = 9_000;

    /// <summary>The number of the person at this place, counted from 1.</summary>
    public static string Of(int number) => number < OwnNumbers
        ? string.Create(CultureInfo.InvariantCulture, $"+35840000{number:0000}")
        : string.Create(CultureInfo.InvariantCulture, $"+999{number:000000000}");

    /// <summary>A number that is nobody's own: further lines, next of kin.</summary>
    public static string Further(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"+35840000{OwnNumbers + (number % 1_000):0000}");

    /// <summary>As it is dialled within Finland where the number is Finnish, else unchanged.</summary>
    public static string National(string number) =>
        number.StartsWith("+358", StringComparison.Ordinal) ? "0" + number[4..] : number;
}
