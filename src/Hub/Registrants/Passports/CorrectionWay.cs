namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>How a value is corrected (GDPR Art. 16).</summary>
public enum CorrectionWay
{
    /// <summary>The person does it alone.</summary>
    SelfService,

    /// <summary>On request; the hub writes to the source.</summary>
    ByRequest,

    /// <summary>On request; somebody does it at the source by hand, following an instruction.</summary>
    ByHand,

    /// <summary>On request; the source is not said to be able to, so it is arranged with whoever keeps it.</summary>
    ByArrangement,
}
