using System.Text.Json;

namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>Reads answers by path, as a person would: <c>registrant.profile.familyName.value</c>.</summary>
public static class Answers
{
    /// <summary>The element at a path of names.</summary>
    public static JsonElement At(this JsonElement element, string path) =>
        path.Split('.').Aggregate(element, (parent, name) => parent.GetProperty(name));

    /// <summary>The text at a path.</summary>
    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    /// <summary>The items of the list at a path.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string path) => [.. element.At(path).EnumerateArray()];

    /// <summary>The texts at a path within every item of a list.</summary>
    public static IReadOnlyList<string?> Texts(this JsonElement element, string list, string path) =>
        [.. element.Items(list).Select(item => item.Text(path))];

    /// <summary>The status of every source of an answer that selected <c>sources { source { id } status }</c>.</summary>
    public static IReadOnlyDictionary<string, string?> Statuses(this JsonElement search) =>
        search.Items("sources").ToDictionary(reading => reading.Text("source.id")!, reading => reading.Text("status"));
}
