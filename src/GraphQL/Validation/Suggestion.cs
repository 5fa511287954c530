namespace PersonalDataHub.GraphQL.Validation;

/// <summary>Ends an error with the known name that is most like a wrong one, where the options allow it.</summary>
internal static class Suggestion
{
    /// <summary>A sentence that starts with a space, or nothing.</summary>
    public static string For(string wrong, ValidationContext context, Func<IEnumerable<string>> known)
    {
        if (!context.Options.SuggestNames)
        {
            return string.Empty;
        }

        var best = known()
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal))
            .Select(name => (Name: name, Distance: Distance(wrong, name)))
            .Where(candidate => candidate.Distance <= (wrong.Length * 2 / 5) + 1)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is null ? string.Empty : $" Did you mean \"{best.Name}\"?";
    }

    /// <summary>Insertions, removals and replacements that lead from one name to the other, ignoring case.</summary>
    private static int Distance(string from, string to)
    {
        // A hostile name may be as long as a document; nothing in a schema is like it.
        if (Math.Abs(from.Length - to.Length) > (from.Length * 2 / 5) + 1)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var line = 1; line <= from.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= to.Length; column++)
            {
                var isSame = char.ToUpperInvariant(from[line - 1]) == char.ToUpperInvariant(to[column - 1]);
                var best = Math.Min(diagonal + (isSame ? 0 : 1), Math.Min(row[column], row[column - 1]) + 1);
                (diagonal, row[column]) = (row[column], best);
            }
        }

        return row[to.Length];
    }
}
