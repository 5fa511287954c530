namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for a part of a recording or document.</summary>
/// <param name="Key">The <see cref="MediaValue.Key"/>.</param>
/// <param name="Offset">The first byte, from 0.</param>
/// <param name="Length">The most bytes wanted, 1 to 1,048,576.</param>
public sealed record MediaRequest(string Key, long Offset, int Length)
{
    /// <summary>The range, never the key: some sources build keys from personal data.</summary>
    public override string ToString() => $"{Length} bytes from {Offset}";
}
