namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>The identity kinds that the hub knows how to normalise and check. Kinds are open: a source may name others.</summary>
public static class IdentityKinds
{
    /// <summary>A number by which one source knows the person; means something only with its issuer.</summary>
    public const string CustomerNumber = "customerNumber";

    /// <summary>The Finnish personal identity code (henkilötunnus), sign included.</summary>
    public const string IdentityCode = "identityCode";

    /// <summary>An e-mail address. Can be shared, so it never proves who somebody is.</summary>
    public const string Email = "email";

    /// <summary>A telephone number. Can be passed on, so it never proves who somebody is.</summary>
    public const string Phone = "phone";

    /// <summary>A subscription of a service; means something only with its issuer.</summary>
    public const string Subscription = "subscription";

    /// <summary>An insurance policy; means something only with its issuer.</summary>
    public const string Policy = "policy";

    /// <summary>A metering point; means something only with its issuer.</summary>
    public const string Meter = "meter";

    /// <summary>The id that a web site gave a visitor's browser; means something only with its issuer.</summary>
    public const string VisitorId = "visitorId";

    /// <summary>The Finnish business id (Y-tunnus); of a sole trader it identifies a natural person.</summary>
    public const string BusinessId = "businessId";
}
