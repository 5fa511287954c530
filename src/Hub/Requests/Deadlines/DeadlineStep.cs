using System.Globalization;

namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>One step of the arithmetic that leads to a deadline.</summary>
/// <param name="Reason">Why.</param>
/// <param name="From">The day that the step starts from, in Finland.</param>
/// <param name="To">The day that it leads to; the same day where nothing moves, null while an answer is awaited.</param>
/// <param name="Holiday">The holiday, when that is the reason; else null.</param>
public sealed record DeadlineStep(DeadlineReason Reason, DateOnly From, DateOnly? To, FinnishHoliday? Holiday = null)
{
    private const string Regulation = "Regulation (EEC, Euratom) 1182/71";

    /// <summary>How many days the step leads on; null while an answer is awaited.</summary>
    public int? Days => To?.DayNumber - From.DayNumber;

    /// <summary>The law or guidance that the step follows.</summary>
    public string LegalSource => Reason switch
    {
        DeadlineReason.DayNotCounted => $"{Regulation} Art. 3(1)",
        DeadlineReason.Suspended or DeadlineReason.AwaitingAnswer or DeadlineReason.SuspensionNotCounted =>
            "GDPR Art. 12(6); EDPB Guidelines 01/2022, section 5.3",
        DeadlineReason.OneMonth => $"GDPR Art. 12(3); {Regulation} Art. 3(2)(c)",
        DeadlineReason.Extended => $"GDPR Art. 12(3); {Regulation} Art. 3(2)(c)",
        DeadlineReason.ExtensionTooLate => "GDPR Art. 12(3)",
        DeadlineReason.LastDayOfMonth => $"{Regulation} Art. 3(2)(c)",
        _ => $"{Regulation} Art. 3(4)",
    };

    /// <summary>The step in one line of English, without its legal source.</summary>
    public string Text => Reason switch
    {
        DeadlineReason.DayNotCounted => $"{Day(From)} is not counted; the period begins on {Day(To)}.",
        DeadlineReason.Suspended => $"Asked on {Day(From)}, answered on {Day(To)}: the period runs from the answer.",
        DeadlineReason.AwaitingAnswer => $"Asked on {Day(From)} and not answered yet: the period has not begun.",
        DeadlineReason.SuspensionNotCounted => $"Asked on {Day(From)}, too late to move the deadline.",
        DeadlineReason.OneMonth => $"One month from {Day(From)} is {Day(To)}.",
        DeadlineReason.Extended => $"Extended by two further months: three months from {Day(From)} is {Day(To)}.",
        DeadlineReason.ExtensionTooLate => $"The extension was announced on {Day(From)}, after the deadline on {Day(To)}: it does not count.",
        DeadlineReason.LastDayOfMonth => $"The month has no such day: its last, {Day(To)}, counts.",
        DeadlineReason.RolledOverHoliday => $"{Day(From)} is {NameOf(Holiday)}: on to {Day(To)}.",
        _ => $"{Day(From)} is no working day: on to {Day(To)}.",
    };

    private static string Day(DateOnly? day) => string.Create(CultureInfo.InvariantCulture, $"{day:ddd yyyy-MM-dd}");

    private static string NameOf(FinnishHoliday? holiday) => holiday switch
    {
        FinnishHoliday.NewYearsDay => "New Year's Day",
        FinnishHoliday.GoodFriday => "Good Friday",
        FinnishHoliday.EasterSunday => "Easter Sunday",
        FinnishHoliday.EasterMonday => "Easter Monday",
        FinnishHoliday.MayDay => "May Day",
        FinnishHoliday.AscensionDay => "Ascension Day",
        FinnishHoliday.WhitSunday => "Whit Sunday",
        FinnishHoliday.MidsummerEve => "Midsummer Eve",
        FinnishHoliday.MidsummerDay => "Midsummer Day",
        FinnishHoliday.AllSaintsDay => "All Saints' Day",
        FinnishHoliday.IndependenceDay => "Independence Day",
        FinnishHoliday.ChristmasEve => "Christmas Eve",
        FinnishHoliday.ChristmasDay => "Christmas Day",
        FinnishHoliday.SaintStephensDay => "St Stephen's Day",
        _ => "Epiphany",
    };
}
