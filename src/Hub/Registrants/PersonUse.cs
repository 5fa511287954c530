namespace PersonalDataHub.Hub.Registrants;

/// <summary>How one person's data may be used for a purpose.</summary>
/// <param name="Refusal">Why it may not be used at all; null when it may.</param>
/// <param name="MayCombine">False when what sources hold is not put together: then the primary source is read alone.</param>
internal sealed record PersonUse(PurposeRefusal? Refusal, bool MayCombine)
{
    /// <summary>As the purpose says, nothing more.</summary>
    public static PersonUse Free { get; } = new(null, true);
}
