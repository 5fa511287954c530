using System.Text.RegularExpressions;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>
/// Compares reports of fields that cannot be merged: by the response names they are about, since one side reports
/// groups of fields and the other pairs.
/// </summary>
internal sealed partial class ConflictComparison(Deviations deviations)
{
    public Difference? Compare(KnownPlaces places, IReadOnlyList<VerdictError> ours, IReadOnlyList<VerdictError> theirs)
    {
        if (ours.Select(e => e.At).SequenceEqual(theirs.Select(e => e.At)))
        {
            return null;
        }

        var others = theirs.SelectMany(NamesOf).ToHashSet();
        var onlyOurs = ours.Where(e => !NamesOf(e).Any(others.Contains)).ToList();
        var isExplained = (theirs.Count == 0 || (ours.Count > 0 && deviations.Accept(Deviations.OneConflictReport)))
            && (onlyOurs.Count == 0 || (onlyOurs.All(e => e.At.Split(' ').Any(places.MetaFields.Contains)) && deviations.Accept(Deviations.MetaFieldsConflict)));
        return isExplained ? null : new("conflicts", VerdictError.Show(ours), VerdictError.Show(theirs));
    }

    /// <summary>The response names from the root of the conflict inwards.</summary>
    private static IEnumerable<string> NamesOf(VerdictError error) => ConflictingName().Matches(error.Message).Select(m => m.Groups[1].Value);

    [GeneratedRegex("\"([^\"]+)\" conflict because")]
    private static partial Regex ConflictingName();
}
