namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>How a notice says that a right is used. The law asks for less, so a missing form leads to a question, never to a refusal.</summary>
/// <param name="Right">The right.</param>
public sealed record Formality(RegistrantRight Right)
{
    /// <summary>The ways in, such as <c>post</c>, <c>email</c>, <c>service-point</c>, <c>web-form</c>.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Whether the notice asks for writing.</summary>
    public bool Written { get; init; }

    /// <summary>Whether the notice asks for a signature.</summary>
    public bool Signed { get; init; }

    /// <summary>Languages of the request, ISO 639-1; empty for any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>To whom it goes.</summary>
    public ContactRole Addressee { get; init; }

    /// <summary>Whether the controller may ask the person to be more exact.</summary>
    public bool Clarification { get; init; }

    /// <summary>When identity is checked.</summary>
    public IdentityCheck IdentityCheck { get; init; }

    /// <summary>Whether the person first corrects alone what can be corrected alone.</summary>
    public bool SelfServiceFirst { get; init; }

    /// <summary>Within how long, where the notice promises less than the law's month; null for the law's.</summary>
    public Period? Within { get; init; }

    /// <summary>Whether those the data came from and went to are told (Art. 19).</summary>
    public bool NotifyParties { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
