namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for values of one person to be corrected.</summary>
public sealed record RectificationRequest
{
    /// <summary>Makes repeats one effect.</summary>
    public required TaskKey Task { get; init; }

    /// <summary>All identities of the person at this source.</summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>The corrections; each is answered by an item of the result, in the same order.</summary>
    public required IReadOnlyList<FieldCorrection> Corrections { get; init; }

    /// <summary>Where the source may say that work it took to do later is done; null when the hub takes no calls.</summary>
    public WriteCallback? Callback { get; init; }
}

/// <summary>One value to correct.</summary>
/// <param name="Target">The record and field.</param>
/// <param name="Expected">The value the decision was taken on; anything else at the source is a conflict.</param>
/// <param name="NewValue">The right value; null removes it.</param>
public sealed record FieldCorrection(RecordTarget Target, FieldValue? Expected, FieldValue? NewValue);
