using System.Text.Json;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Compares results as JSON: entries in their order, numbers by their value.</summary>
internal static class JsonComparison
{
    /// <summary>How a difference ends that is one of names or of their order.</summary>
    public const string Entries = " (entries)";

    /// <summary>Where two values differ first, or null.</summary>
    public static string? FirstDifference(JsonElement ours, JsonElement theirs, bool isOrdered = true, string path = "")
    {
        if (ours.ValueKind != theirs.ValueKind)
        {
            return path;
        }

        switch (ours.ValueKind)
        {
            case JsonValueKind.Object:
                var (mine, others) = (Properties(ours, isOrdered), Properties(theirs, isOrdered));
                return !mine.Select(p => p.Name).SequenceEqual(others.Select(p => p.Name))
                    ? path + Entries
                    : mine.Zip(others).Select(pair => FirstDifference(pair.First.Value, pair.Second.Value, isOrdered, $"{path}.{pair.First.Name}")).FirstOrDefault(d => d is not null);
            case JsonValueKind.Array:
                return ours.GetArrayLength() != theirs.GetArrayLength()
                    ? $"{path} (length)"
                    : ours.EnumerateArray().Zip(theirs.EnumerateArray()).Select((pair, i) => FirstDifference(pair.First, pair.Second, isOrdered, $"{path}.{i}")).FirstOrDefault(d => d is not null);
            case JsonValueKind.Number:
                return ours.GetDouble().Equals(theirs.GetDouble()) || ours.GetDouble() == 0 && theirs.GetDouble() == 0 ? null : path;
            case JsonValueKind.String:
                return ours.GetString() == theirs.GetString() ? null : path;
            default:
                return null;
        }
    }

    private static List<JsonProperty> Properties(JsonElement json, bool isOrdered) => isOrdered
        ? [.. json.EnumerateObject()]
        : [.. json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal)];
}
