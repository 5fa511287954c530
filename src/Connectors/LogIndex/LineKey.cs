namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>What a line is found by. The index keeps keyed hashes of it, never the value.</summary>
/// <param name="Kind">Keeps equal values of different meaning apart.</param>
/// <param name="Value">The value in the form that lookups use.</param>
/// <param name="Owner">The key that the line is attributed to whoever finds it; null when to nobody.</param>
internal readonly record struct LineKey(string Kind, string Value, string? Owner = null)
{
    public override string ToString() => Kind;
}
