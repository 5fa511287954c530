namespace PersonalDataHub.Hub.Connectors;

/// <summary>Who keeps a source, where and on what terms, as its file says: what a notice must be able to tell of it.</summary>
public sealed record Stewardship
{
    /// <summary>What holds when a file says nothing: the controller's own digital system in the controller's country.</summary>
    public static Stewardship Default { get; } = new();

    /// <summary>Where the data lies, as ISO 3166-1 alpha-2 code such as <c>FI</c>; null for the controller's own country.</summary>
    public string? Country { get; init; }

    /// <summary>
    /// On what a transfer outside the EEA rests (GDPR Art. 45-49): <c>adequacy-decision</c>, <c>standard-contractual-clauses</c>,
    /// <c>binding-corporate-rules</c>, <c>code-of-conduct</c>, <c>certification</c> or <c>derogation</c>; null where none is named.
    /// </summary>
    public string? TransferMechanism { get; init; }

    /// <summary>Why the data has to lie there, for registers that transfer only where it is necessary; null when not stated.</summary>
    public string? TransferReason { get; init; }

    /// <summary>Who runs the source.</summary>
    public SourceOperator Operator { get; init; } = SourceOperator.Own;

    /// <summary>What it is kept on.</summary>
    public SourceMedium Medium { get; init; } = SourceMedium.Digital;

    /// <summary>Who looks after it, where that is not the controller's contact; null where it is.</summary>
    public SourceKeeper? Keeper { get; init; }

    /// <summary>The address of the privacy notice of the third party that runs it; null when there is none.</summary>
    public string? ThirdPartyNotice { get; init; }

    /// <summary>What the registrant can set outside the controller, such as in an account of the third party; empty for nothing.</summary>
    public IReadOnlyList<ExternalControl> ExternalControls { get; init; } = [];
}
