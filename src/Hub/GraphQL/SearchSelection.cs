using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Reads out of a selection what a search has to bring, so that only the sources needed are asked.</summary>
internal static class SearchSelection
{
    /// <summary>The search that a selection of <c>findRegistrant</c> asks for.</summary>
    public static RegistrantQuery QueryOf(IResolverContext context, string register, RegistrantKey key, TimeSpan? waitAtMost, bool reveal)
    {
        var search = context.Selection.Children;
        var persons = search.Where(child => child.Field.Name == "registrant").ToList();
        var registrant = persons.SelectMany(child => child.Children).ToList();
        var atOnce = persons.Where(child => !child.IsDeferred).SelectMany(child => child.Children).Where(child => !child.IsDeferred);
        var lists = ListsOf(registrant);
        return new()
        {
            Register = register,
            Key = key,
            Purpose = PurposeGate.PurposeOf(context),
            WaitAtMost = waitAtMost ?? TimeSpan.FromSeconds(2),
            Reveal = reveal,
            Profile = registrant.Exists(child => child.Field.Name == "profile"),
            Identities = registrant.Exists(child => child.Field.Name == "identities"),
            Candidates = search.Any(child => child.Field.Name == "candidates"),
            Keeping = InPassports(registrant, "kept"),
            Blockers = InPassports(registrant, "blockers"),
            Records = lists,
            Deferred = lists.Except(ListsOf(atOnce)).ToHashSet(),
        };
    }

    /// <summary>The list that a selection of the registrant asks for; null when it asks for something else.</summary>
    public static RecordSelection? ListOf(ISelection selection) =>
        selection.Field.Metadata.OfType<RecordListField>().FirstOrDefault() is not { } list ? null : new(
            list.RecordType,
            Given(selection, "category"),
            Given(selection, "source"),
            selection.Argument<int?>("first") ?? RecordSelection.DefaultPage,
            Given(selection, "after")) { Block = Given(selection, "block") };

    // Passports stand below every value, however deep it is selected.
    private static bool InPassports(IReadOnlyList<ISelection> selections, string part) => selections.Any(selection =>
        (selection.Field.Name == "passport" && selection.Children.Any(child => child.Field.Name == part)) || InPassports(selection.Children, part));

    private static List<RecordSelection> ListsOf(IEnumerable<ISelection> selections) => [.. selections.Select(ListOf).OfType<RecordSelection>()];

    private static string? Given(ISelection selection, string argument) =>
        selection.Field.Arguments.Any(declared => declared.Name == argument) ? selection.Argument<string>(argument) : null;
}
