namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>
/// Every way in which the library may differ from the oracle, with the reason, and how often it was met. Whatever is not
/// listed here is a difference. Some are matched where results are compared, the others are patches of the oracle
/// (<c>Oracle/patches.js</c>).
/// </summary>
internal sealed class Deviations(params IEnumerable<string> withheld)
{
    public const string OrderOfTypes = "order-of-types";
    public const string LaterThan2025 = "later-than-2025";
    public const string OwnDescriptions = "own-descriptions";
    public const string DefaultNotation = "default-notation";
    public const string LateEscapes = "late-escapes";
    public const string OneReportPerName = "one-report-per-name";
    public const string FiniteFloats = "finite-floats";
    public const string OneLocation = "one-location";
    public const string NulledPlaces = "nulled-places";
    public const string OneConflictReport = "one-conflict-report";
    public const string MetaFieldsConflict = "meta-fields-conflict";
    public const string NullConditions = "null-conditions";
    public const string LongEscapes = "long-escapes";
    public const string VariablePlaces = "variable-places";
    public const string UnknownDirectives = "arguments-of-unknown-directives";
    public const string RepeatedInputFields = "repeated-input-fields";
    public const string OrderWithConditions = "order-with-conditions";
    public const string RootConditions = "conditions-of-subscriptions";
    public const string TypeSystem = "type-system-definitions";
    public const string OneOfBehindWrappers = "one-of-behind-wrappers";
    public const string SpreadPlaces = "spread-places";
    public const string DeferInSubscriptions = "defer-in-subscriptions";
    public const string OneReportPerVariable = "one-report-per-variable";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        [OrderOfTypes] = "Introspection lists types, directives and possible types by name, so that answers are stable; the specification asks for no order.",
        [LaterThan2025] = "Version 17 has deprecated directives and variables of fragments, which came after the specification of September 2025.",
        [OwnDescriptions] = "Descriptions of the built-in types and directives are in our own words.",
        [DefaultNotation] = "Objects in printed defaults have no spaces within their braces.",
        [LateEscapes] = "What is wrong within a string is found when the string is read as a value, not when it is cut off as a token.",
        [OneReportPerName] = "A name that is taken more than twice is reported once with all its places, not once for each pair.",
        [FiniteFloats] = "A number beyond the range of Float is refused as a literal too, as the specification demands; the oracle takes it as infinite.",
        [OneLocation] = "An error of a field that is selected several times names the first place; the oracle names all.",
        [NulledPlaces] = "Of the errors below a place that one of them has nulled at least one is told; which others depends on what ran first, on both sides.",
        [OneConflictReport] = "Fields of one response name that cannot be merged are reported once for all of them, and not looked into; the oracle reports each pair and what is below.",
        [MetaFieldsConflict] = "The type of __typename and the other meta fields counts when fields of one response name are merged; the oracle does not look at it.",
        [NullConditions] = "A nullable variable in @skip, @include or @defer that was given null is not true, as the specification's algorithm says; the oracle fails the field.",
        [LongEscapes] = "\\u{...} takes any number of leading zeros, as the grammar says; the oracle takes eight digits.",
        [VariablePlaces] = "A variable is reported at its dollar sign; the oracle reports some mistakes at the name behind it.",
        [UnknownDirectives] = "Arguments of an unknown directive have no type; the oracle takes them for arguments of the field around it.",
        [RepeatedInputFields] = "Of an input field that is given twice both values are looked at; the oracle looks at the last one.",
        [OrderWithConditions] = "A field that is selected several times stands where it is selected first, be that skipped by a variable; the oracle puts it where it is first not skipped.",
        [RootConditions] = "All conditions at the root of a subscription are named; the oracle does not look into what it skips.",
        [TypeSystem] = "Of type system definitions in a document only that they cannot be executed is said; the oracle looks into them too.",
        [OneOfBehindWrappers] = "A nullable variable is refused in every oneOf input; the oracle overlooks those of a non-null type.",
        [SpreadPlaces] = "Where a fragment is reached by several spreads, another one of them may be named.",
        [DeferInSubscriptions] = "Where a variable lets a subscription defer, nothing is deferred; the oracle fails the field.",
        [OneReportPerVariable] = "Of a variable's value the first mistake is reported; the oracle reports all.",
    };

    private readonly HashSet<string> withheld = [.. withheld];

    /// <summary>How often each was met.</summary>
    public Dictionary<string, int> Met { get; } = [];

    /// <summary>The names of all that apply.</summary>
    public IEnumerable<string> Names => Reasons.Keys.Except(withheld);

    /// <summary>Takes a difference as this deviation; false when it is not to be taken.</summary>
    public bool Accept(string name)
    {
        if (withheld.Contains(name))
        {
            return false;
        }

        Met[name] = Met.GetValueOrDefault(name) + 1;
        return true;
    }
}
