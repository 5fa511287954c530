namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>How far a hand-over before deletion has come. Nothing is erased before the receipt.</summary>
public enum HandOverStep
{
    /// <summary>The data is to be handed over.</summary>
    Transfer,

    /// <summary>It was handed over; the recipient has not confirmed.</summary>
    AwaitingReceipt,

    /// <summary>The recipient has confirmed; the data goes when its time is over.</summary>
    ReceiptConfirmed,
}
