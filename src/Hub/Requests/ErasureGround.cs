namespace PersonalDataHub.Hub.Requests;

/// <summary>Why data is to be erased (GDPR Art. 17(1)).</summary>
public enum ErasureGround
{
    /// <summary>17(1)(a): no longer necessary for its purposes.</summary>
    NoLongerNecessary,

    /// <summary>17(1)(b): consent is withdrawn and nothing else allows it.</summary>
    ConsentWithdrawn,

    /// <summary>17(1)(c): the person objects and nothing overrides it.</summary>
    Objection,

    /// <summary>17(1)(d): it was processed unlawfully.</summary>
    UnlawfulProcessing,

    /// <summary>17(1)(e): a law demands the erasure.</summary>
    LegalObligation,

    /// <summary>17(1)(f): collected for an online service offered to a child.</summary>
    ChildsOnlineService,
}
