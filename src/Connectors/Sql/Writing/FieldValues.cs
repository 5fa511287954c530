using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Compares values by what they say; records that hold lists compare those by reference.</summary>
internal static class FieldValues
{
    public static bool Same(FieldValue? one, FieldValue? other) => (one, other) switch
    {
        (CompositeValue a, CompositeValue b) => Same(a.Parts, b.Parts),
        (ListValue a, ListValue b) => Same(a.Items, b.Items),
        (CompositeValue a, null) => a.Parts.All(part => part is null),
        (null, CompositeValue b) => b.Parts.All(part => part is null),
        _ => one == other,
    };

    private static bool Same(IReadOnlyList<FieldValue?> one, IReadOnlyList<FieldValue?> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Same(pair.First, pair.Second));
}
