using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Compares what both sides say about a case.</summary>
internal sealed partial class VerdictComparison(Deviations deviations)
{
    /// <summary>The first thing on which they differ and which no deviation explains, or null.</summary>
    public Difference? Compare(string text, Verdict ours, Verdict theirs) =>
        ours.Syntax != theirs.Syntax ? CompareSyntax(text, ours, theirs)
        : ours.Tree != theirs.Tree ? new("tree", ours.Tree!, theirs.Tree!)
        : CompareRest(new KnownPlaces(text), ours, theirs);

    private Difference? CompareRest(KnownPlaces places, Verdict ours, Verdict theirs) =>
        new ConflictComparison(deviations).Compare(places, [.. ours.Errors.Where(IsConflict)], [.. theirs.Errors.Where(IsConflict)])
            ?? CompareErrors(places, [.. ours.Errors.Where(e => !IsConflict(e))], [.. theirs.Errors.Where(e => !IsConflict(e))])
            ?? (ours.Results is null || theirs.Results is null ? null : CompareRuns(places, ours, theirs));

    private Difference? CompareSyntax(string text, Verdict ours, Verdict theirs)
    {
        var isExplained = theirs.Syntax is not null && LongEscape().IsMatch(text) ? deviations.Accept(Deviations.LongEscapes)
            : theirs.Syntax is not null && ours.Syntax is not null && RestOf(text, theirs.Syntax).StartsWith('\\') && deviations.Accept(Deviations.LateEscapes);
        return isExplained ? null : new("syntax", ours.Syntax ?? "right", theirs.Syntax ?? "right");
    }

    private static string RestOf(string text, string place)
    {
        var (line, column) = (place.Split(':')[0], place.Split(':')[1]);
        var rest = string.Join('\n', LineEnd().Split(text).Skip(int.Parse(line, CultureInfo.InvariantCulture) - 1));
        return rest[Math.Min(rest.Length, int.Parse(column, CultureInfo.InvariantCulture) - 1)..];
    }

    private Difference? CompareErrors(KnownPlaces places, IReadOnlyList<VerdictError> ours, IReadOnlyList<VerdictError> theirs)
    {
        if (ours.Any(IsOfTypeSystem) && deviations.Accept(Deviations.TypeSystem))
        {
            (ours, theirs) = ([.. ours.Where(IsOfTypeSystem)], [.. theirs.Where(IsOfTypeSystem)]);
        }

        var unknownDirectives = ours.Where(e => e.Message.StartsWith("Unknown directive", StringComparison.Ordinal)).Select(e => e.At).ToHashSet();
        var (mine, others) = (Lines(ours.Where(e => !IsOverwritten(e) && !IsOneOfBehindWrapper(e))), Lines(Merged(theirs.Where(e => !IsOfOtherField(e)))));
        return mine.SequenceEqual(others) ? null : new("validation", VerdictError.Show(ours), VerdictError.Show(theirs));

        bool IsOverwritten(VerdictError error) =>
            ErrorKind.Of(error.Message) == "value" && places.RepeatedValues.Contains(error.At) && theirs.All(e => e.At != error.At) && deviations.Accept(Deviations.RepeatedInputFields);

        bool IsOneOfBehindWrapper(VerdictError error) =>
            error.Message.Contains("must be non-nullable to be used for OneOf", StringComparison.Ordinal)
            && theirs.All(e => e.Message != error.Message || e.At != error.At) && deviations.Accept(Deviations.OneOfBehindWrappers);

        bool IsOfOtherField(VerdictError error) =>
            places.DirectiveValues.TryGetValue(error.At.Split(' ')[^1], out var directive) && unknownDirectives.Contains(directive)
            && ours.All(e => e.At != error.At) && deviations.Accept(Deviations.UnknownDirectives);

        List<string> Lines(IEnumerable<VerdictError> errors) => [.. errors.Select(e => $"{ErrorKind.Of(e.Message)} at {Places(e)}").Order(StringComparer.Ordinal)];
    }

    private IEnumerable<VerdictError> Merged(IEnumerable<VerdictError> errors) => errors
        .GroupBy(e => OnlyOne().IsMatch(e.Message) ? (e.Message, At: e.At.Split(' ')[0]) : (e.Message, At: e.At))
        .SelectMany(same => same.Key.At != same.First().At && same.Skip(1).Any() && deviations.Accept(Deviations.OneReportPerName)
            ? [same.First() with { At = string.Join(' ', same.Select(e => e.At.Split(' ')[^1]).Prepend(same.Key.At)) }]
            : same.AsEnumerable());

    private string Places(VerdictError error) =>
        error.Message.StartsWith("There can be only one variable", StringComparison.Ordinal) && deviations.Accept(Deviations.VariablePlaces)
            ? $"{error.At.Split(' ').Length} places"
            : error.Message.Contains("must not use `@skip` or `@include`", StringComparison.Ordinal) && deviations.Accept(Deviations.RootConditions)
                ? "some places"
                : SpreadTwice().IsMatch(error.Message) && deviations.Accept(Deviations.SpreadPlaces)
                    ? error.At.Split(' ').Length > 1 ? "several places" : "one place"
                    : error.At;

    private Difference? CompareRuns(KnownPlaces places, Verdict ours, Verdict theirs)
    {
        if (ours.Results!.Count != theirs.Results!.Count || ours.Broke != theirs.Broke)
        {
            return new("events", $"{ours.Results.Count}, broke: {ours.Broke}", $"{theirs.Results.Count}, broke: {theirs.Broke}");
        }

        return ours.Results.Zip(theirs.Results).Select(pair => CompareResults(places, pair.First, pair.Second)).FirstOrDefault(d => d is not null);
    }

    private Difference? CompareResults(KnownPlaces places, VerdictResult ours, VerdictResult theirs)
    {
        if (theirs.Errors.Any(e => NullCondition().IsMatch(e.Message)) && deviations.Accept(Deviations.NullConditions))
        {
            return null;
        }

        if (theirs.Errors.Any(e => e.Message.StartsWith("`@defer` directive not supported on subscription", StringComparison.Ordinal)) && deviations.Accept(Deviations.DeferInSubscriptions))
        {
            return null;
        }

        if (ours.HasData != theirs.HasData)
        {
            return new("verdict", VerdictError.Show(ours.Errors), VerdictError.Show(theirs.Errors));
        }

        if (!ours.HasData)
        {
            return CompareRequestErrors(ours.Errors, theirs.Errors);
        }

        if (ours.Told != theirs.Told)
        {
            return new("parts", ours.Told ?? "one result", theirs.Told ?? "one result");
        }

        var isOrdered = ours.Told is null
            && (JsonComparison.FirstDifference(ours.Data, theirs.Data) is not { } first
            || !first.EndsWith(JsonComparison.Entries, StringComparison.Ordinal) || !places.HasConditions || !deviations.Accept(Deviations.OrderWithConditions));
        return JsonComparison.FirstDifference(ours.Data, theirs.Data, isOrdered) is { } place
            ? new($"data at {place}", ours.Data.GetRawText(), theirs.Data.GetRawText())
            : CompareFieldErrors(places, ours, theirs);
    }

    private Difference? CompareRequestErrors(IReadOnlyList<VerdictError> ours, IReadOnlyList<VerdictError> theirs)
    {
        var (mine, others) = (ours.Select(e => e.At).Order(StringComparer.Ordinal).ToList(), theirs.Select(e => e.At).Order(StringComparer.Ordinal).ToList());
        return mine.SequenceEqual(others) || (mine.SequenceEqual(others.Distinct()) && deviations.Accept(Deviations.OneReportPerVariable))
            ? null
            : new("request errors", VerdictError.Show(ours), VerdictError.Show(theirs));
    }

    /// <summary>Errors of places that the data does not have any more are looked at by the place that was nulled.</summary>
    private Difference? CompareFieldErrors(KnownPlaces places, VerdictResult ours, VerdictResult theirs)
    {
        var mine = ours.Errors.ToLookup(e => NulledPlace(ours.Data, e.Path));
        var others = theirs.Errors.ToLookup(e => NulledPlace(theirs.Data, e.Path));
        foreach (var place in mine.Concat(others).Select(g => g.Key).Distinct())
        {
            var isNulledFromBelow = mine[place].Any(e => e.Path != place) && others[place].Any(e => e.Path != place);
            var isSame = IsSame(isNulledFromBelow, mine[place].Select(Line), others[place].Select(FirstPlace))
                || (places.HasConditions && IsSame(isNulledFromBelow, mine[place].Select(e => $"{e.Path}"), others[place].Select(e => $"{e.Path}")) && deviations.Accept(Deviations.OrderWithConditions));
            if (!isSame)
            {
                return new($"errors at {place}", VerdictError.Show(ours.Errors), VerdictError.Show(theirs.Errors));
            }
        }

        return null;
    }

    private bool IsSame(bool isNulledFromBelow, IEnumerable<string> ours, IEnumerable<string> theirs)
    {
        List<string> mine = [.. ours.Order(StringComparer.Ordinal)], others = [.. theirs.Order(StringComparer.Ordinal)];
        return mine.SequenceEqual(others)
            || (isNulledFromBelow && deviations.Accept(Deviations.NulledPlaces));
    }

    private string FirstPlace(VerdictError error) => error.At.Contains(' ', StringComparison.Ordinal) && deviations.Accept(Deviations.OneLocation)
        ? Line(error with { At = error.At.Split(' ')[0] })
        : Line(error);

    /// <summary>The longest part of a path that the data has; a fragment that failed as a whole has none of its fields.</summary>
    private static string NulledPlace(JsonElement data, string? path)
    {
        var place = new List<string>();
        foreach (var step in path?.Split('.') ?? [])
        {
            if (data.ValueKind == JsonValueKind.Array)
            {
                data = data[int.Parse(step, CultureInfo.InvariantCulture)];
            }
            else if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(step, out data))
            {
                break;
            }

            place.Add(step);
        }

        return string.Join('.', place);
    }

    private static bool IsOfTypeSystem(VerdictError error) => error.Message.EndsWith("definition is not executable.", StringComparison.Ordinal);

    private static bool IsConflict(VerdictError error) => ErrorKind.Of(error.Message) == "conflict";

    private static string Line(VerdictError error) => $"{error.Path} at {error.At}";

    [GeneratedRegex("\\\\u\\{0{2,}[0-9a-fA-F]+\\}")]
    private static partial Regex LongEscape();

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineEnd();

    [GeneratedRegex("^There can be only one (input field|operation|fragment) named")]
    private static partial Regex OnlyOne();

    [GeneratedRegex("^(Cannot spread fragment .* via |Defer directive not supported on subscription)")]
    private static partial Regex SpreadTwice();

    [GeneratedRegex("Argument \"@(skip|include|defer)\\(if:\\)\" has invalid value")]
    private static partial Regex NullCondition();
}
