using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Reads requests as <see cref="RightsDesk"/> gets them.</summary>
public static class RequestAnswers
{
    /// <summary>The task of a source.</summary>
    public static JsonElement TaskOf(this JsonElement request, string source) =>
        request.Items("tasks").Single(task => task.Text("source") == source);

    /// <summary>What became of the items of a source, each outcome once.</summary>
    public static IReadOnlyList<string?> OutcomesOf(this JsonElement request, string source) =>
        [.. request.TaskOf(source).Texts("items", "outcome").Distinct()];

    /// <summary>Why each source is not asked.</summary>
    public static IReadOnlyDictionary<string, string?> NotAsked(this JsonElement request) =>
        request.Items("plan.notAsked").ToDictionary(one => one.Text("source")!, one => one.Text("reason"));

    /// <summary>The values of a field in the first record of a list: elements with <c>ref</c> and <c>tag</c>.</summary>
    public static JsonElement FieldOf(this JsonElement person, string list, string field) =>
        person.Items($"{list}.nodes")[0].Items("fields").Single(one => one.Text("name") == field);
}
