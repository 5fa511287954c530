namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What reading a source back says of an item.</summary>
internal enum Proof
{
    /// <summary>The reading cannot tell: no answer, an answer from before, or the record is not read at all.</summary>
    None,

    /// <summary>It is as asked.</summary>
    Done,

    /// <summary>It is not.</summary>
    NotDone,
}
