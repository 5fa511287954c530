using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>Compares values; records compare lists by identity only.</summary>
internal static class FieldValues
{
    public static bool AreEqual(FieldValue? left, FieldValue? right) => (left, right) switch
    {
        (CompositeValue one, CompositeValue other) => one.Parts.SequenceEqual(other.Parts),
        _ => Equals(left, right),
    };
}
