namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>A public holiday of Finland, or one of the two eves that are no public holidays but often kept as such.</summary>
public enum FinnishHoliday
{
    /// <summary>1 January (uudenvuodenpäivä).</summary>
    NewYearsDay,

    /// <summary>6 January (loppiainen).</summary>
    Epiphany,

    /// <summary>The Friday before Easter (pitkäperjantai).</summary>
    GoodFriday,

    /// <summary>Easter (pääsiäispäivä).</summary>
    EasterSunday,

    /// <summary>The Monday after Easter (toinen pääsiäispäivä).</summary>
    EasterMonday,

    /// <summary>1 May (vappu).</summary>
    MayDay,

    /// <summary>The Thursday 39 days after Easter (helatorstai).</summary>
    AscensionDay,

    /// <summary>The Sunday 49 days after Easter (helluntaipäivä).</summary>
    WhitSunday,

    /// <summary>The Friday before Midsummer Day (juhannusaatto); no public holiday.</summary>
    MidsummerEve,

    /// <summary>The Saturday of 20 to 26 June (juhannuspäivä).</summary>
    MidsummerDay,

    /// <summary>The Saturday of 31 October to 6 November (pyhäinpäivä).</summary>
    AllSaintsDay,

    /// <summary>6 December (itsenäisyyspäivä).</summary>
    IndependenceDay,

    /// <summary>24 December (jouluaatto); no public holiday.</summary>
    ChristmasEve,

    /// <summary>25 December (joulupäivä).</summary>
    ChristmasDay,

    /// <summary>26 December (tapaninpäivä).</summary>
    SaintStephensDay,
}
