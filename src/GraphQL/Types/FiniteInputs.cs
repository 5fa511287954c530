namespace PersonalDataHub.GraphQL.Types;

/// <summary>Finds input objects of which no value can ever be written, as each needs another of its kind inside.</summary>
internal static class FiniteInputs
{
    public static void Check(Schema schema, List<string> mistakes)
    {
        var endless = schema.Types.Values.OfType<InputObjectType>().ToHashSet();
        while (endless.Where(type => !IsEndless(type, endless)).ToArray() is { Length: > 0 } finite)
        {
            endless.ExceptWith(finite);
        }

        var seen = new HashSet<InputObjectType>();
        foreach (var type in endless.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            ReportCycle(type, endless, seen, mistakes);
        }
    }

    private static bool IsEndless(InputObjectType type, HashSet<InputObjectType> endless) => type.IsOneOf
        ? type.Fields.Count > 0 && type.Fields.All(f => Needed(type, f) is { } inner && endless.Contains(inner))
        : type.Fields.Any(f => Needed(type, f) is { } inner && endless.Contains(inner));

    /// <summary>The input object that a value must hold when it has this field at all; lists may be empty and nullable fields left out.</summary>
    private static InputObjectType? Needed(InputObjectType type, InputValueDefinition field) =>
        (type.IsOneOf || field.Type.IsNonNull ? field.Type.NullableType : null) as InputObjectType;

    private static void ReportCycle(InputObjectType start, HashSet<InputObjectType> endless, HashSet<InputObjectType> seen, List<string> mistakes)
    {
        var path = new List<(InputObjectType Type, string Field)>();
        var current = start;
        while (seen.Add(current))
        {
            var field = current.Fields.First(f => Needed(current, f) is { } inner && endless.Contains(inner));
            path.Add((current, $"{current.Name}.{field.Name}"));
            current = Needed(current, field)!;
        }

        var cycle = path.SkipWhile(step => step.Type != current).Select(step => step.Field).ToArray();
        if (cycle.Length > 0)
        {
            mistakes.Add($"{current.Name} can never be given, as it needs another of itself: {string.Join(", ", cycle)}. Make one of these fields nullable or a list.");
        }
    }
}
