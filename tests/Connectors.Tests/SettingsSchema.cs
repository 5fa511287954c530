using System.Text.Json;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tests.Sql;

namespace PersonalDataHub.Connectors.Tests;

/// <summary>Compares a shipped JSON schema with what a connector really reads.</summary>
internal static class SettingsSchema
{
    private const string Unknown = "thereIsNoSuchSetting";

    /// <summary>The schema names the settings that the validator names when it refuses an unknown one, at the top and in the groups given.</summary>
    public static void ShouldName(string schema, ISettingsValidator validator, SourceSettings whole, params IEnumerable<string> groups)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(TestDatabase.RepositoryFile("connectors-config", "schemas", schema)));
        var settings = file.RootElement.GetProperty("properties").GetProperty("settings");

        Names(settings).ShouldBe(Known(validator, whole, null), ignoreOrder: true);
        foreach (var group in groups)
        {
            Names(settings.GetProperty("properties").GetProperty(group)).ShouldBe(Known(validator, whole, group), ignoreOrder: true);
        }
    }

    private static IEnumerable<string> Names(JsonElement group) => group.GetProperty("properties").EnumerateObject().Select(setting => setting.Name);

    private static string[] Known(ISettingsValidator validator, SourceSettings whole, string? group)
    {
        var more = group is null ? $"{Unknown}: x" : $"{group}: {{ {Unknown}: x }}";
        var mistake = validator.Validate(whole with { Settings = whole.Settings.With(more) })
            .Single(mistake => mistake.Path == (group is null ? Unknown : $"{group}/{Unknown}"));
        return [.. mistake.Message[(mistake.Message.IndexOf("there are: ", StringComparison.Ordinal) + 11)..].TrimEnd('.').Split(", ").Distinct()];
    }
}
