using System.Globalization;
using System.Text.Json;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>A plugin's <c>plugin.json</c>.</summary>
/// <param name="Id">The plugin's id: the name of its folder, and what source files name.</param>
/// <param name="Description">What it connects to.</param>
/// <param name="Assembly">The file name of its assembly.</param>
/// <param name="Contract">The contract version it was built for, such as <c>1.0</c>.</param>
internal sealed record PluginManifest(string Id, string Description, string Assembly, string Contract)
{
    public const string FileName = "plugin.json";

    private static readonly string[] Keys = ["id", "description", "assembly", "contract"];

    /// <summary>Reads a manifest; all that is wrong with it is in the message of the exception.</summary>
    /// <exception cref="PluginException">It is no manifest that the hub can use.</exception>
    public static PluginManifest Parse(ReadOnlyMemory<byte> json, string folder)
    {
        Dictionary<string, string> values;
        try
        {
            values = ReadValues(json);
        }
        catch (JsonException)
        {
            throw new PluginException("plugin.json is not valid JSON with unique text values.");
        }

        var wrong = Mistakes(values, folder).ToList();
        return wrong.Count == 0
            ? new(values["id"], values["description"], values["assembly"], values["contract"])
            : throw new PluginException("plugin.json: " + string.Join(" ", wrong));
    }

    private static Dictionary<string, string> ReadValues(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException();
        }

        return document.RootElement.EnumerateObject().Where(property => property.Name != "$schema").ToDictionary(
            property => property.Name,
            property => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : throw new JsonException());
    }

    private static IEnumerable<string> Mistakes(Dictionary<string, string> values, string folder)
    {
        foreach (var key in values.Keys.Except(Keys))
        {
            yield return $"'{key}' is not known here.{Closest.Hint(key, Keys)}";
        }

        foreach (var key in Keys.Where(key => string.IsNullOrWhiteSpace(values.GetValueOrDefault(key))))
        {
            yield return $"'{key}' is missing.";
        }

        if (values.TryGetValue("id", out var id) && (id != folder || !YamlSection.IsId(id)))
        {
            yield return $"'id' must be the name of the folder, '{folder}', in lower-case letters, digits and hyphens.";
        }

        if (values.TryGetValue("assembly", out var assembly)
            && (assembly != Path.GetFileName(assembly) || !assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
        {
            yield return "'assembly' must be the name of a .dll file in the plugin's folder.";
        }

        if (values.TryGetValue("contract", out var contract) && ContractMistake(contract) is { } mistake)
        {
            yield return mistake;
        }
    }

    private static string? ContractMistake(string contract)
    {
        var hub = $"{ContractVersion.Major}.{ContractVersion.Minor}";
        var parts = contract.Split('.');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            return $"'contract' must be a version such as {hub}.";
        }

        return major == ContractVersion.Major && minor <= ContractVersion.Minor
            ? null
            : $"the plugin was built for contract {major}.{minor}, and this hub speaks {hub}; install a plugin built for {hub}.";
    }
}
