namespace PersonalDataHub.Hub.Registrants;

/// <summary>By what a person is asked for.</summary>
public abstract record RegistrantKey
{
    private RegistrantKey()
    {
    }

    /// <summary>The kind of key, never its value: keys are personal data.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The hub's own random id of the registrant.</summary>
    public sealed record ById(Guid Id) : RegistrantKey;

    /// <summary>The customer number given by the register's primary source.</summary>
    public sealed record ByCustomerId(string Value) : RegistrantKey;

    /// <summary>Any identity; the issuer may be left out where the kind or the register leaves only one.</summary>
    public sealed record ByIdentity(string Kind, string Value, string? Issuer) : RegistrantKey;
}
