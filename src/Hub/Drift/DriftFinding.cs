namespace PersonalDataHub.Hub.Drift;

/// <summary>One thing in which notice and reality have drifted apart; says nothing of any person.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Subject">What it is about, such as <c>crm customer.hobby</c>; with the kind it tells findings of a register apart.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record DriftFinding(DriftKind Kind, string Subject, string Message)
{
    /// <summary>How much it matters.</summary>
    public DriftSeverity Severity => Kind switch
    {
        DriftKind.UnfilledCategory or DriftKind.CategoryNotHeld or DriftKind.BasisWithoutPurpose or DriftKind.TransferNotMade or DriftKind.IdentityCodeNotHeld
            or DriftKind.RetentionNotTold or DriftKind.RightNotTold or DriftKind.FactNotUsed or DriftKind.DataWithoutOrigin
            or DriftKind.SourceNotKnown => DriftSeverity.Remark,
        _ => DriftSeverity.Error,
    };

    /// <summary>Ids of the statements that are not kept, or that would have to change.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>The file to look into, relative to the configuration folder.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The line, from 1; 0 for the file as a whole.</summary>
    public int Line { get; init; }

    internal DriftPlace Place { get; init; } = new(null, null, null);
}
