using System.Globalization;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>How deliveries are named: a pattern with one <c>*</c> where the date stands.</summary>
/// <param name="Before">What stands before the date.</param>
/// <param name="After">What stands after it.</param>
/// <param name="DateFormat">How the date is written.</param>
internal sealed record DeliveryName(string Before, string After, string DateFormat)
{
    /// <summary>The date in a file's name; null when the file is no delivery.</summary>
    public DateOnly? DateOf(string name) =>
        name.Length > Before.Length + After.Length && name.StartsWith(Before, StringComparison.Ordinal) && name.EndsWith(After, StringComparison.Ordinal)
        && DateOnly.TryParseExact(name[Before.Length..^After.Length], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;
}
