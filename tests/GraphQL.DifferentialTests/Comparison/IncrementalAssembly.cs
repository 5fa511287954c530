using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Puts the parts of an operation answered in parts together; how they are cut depends on time, what they amount to does not.</summary>
internal sealed class IncrementalAssembly
{
    private readonly Dictionary<string, (JsonArray Path, string? Label)> fragments = [];
    private readonly List<VerdictError> errors = [];
    private readonly List<string> told = [];
    private JsonNode? data;

    /// <summary>The whole result, with what was told of the fragments.</summary>
    public static VerdictResult Assemble(IEnumerable<JsonElement> parts)
    {
        var assembly = new IncrementalAssembly();
        var isOpen = true;
        foreach (var part in parts)
        {
            assembly.told.AddRange(isOpen ? [] : ["a part after the last"]);
            assembly.Take(JsonNode.Parse(part.GetRawText())!.AsObject());
            isOpen = part.GetProperty("hasNext").GetBoolean();
        }

        assembly.told.AddRange(isOpen ? ["no last part"] : []);
        assembly.told.AddRange(assembly.fragments.Values.Select(f => $"not completed: {f.Label} at {Text(f.Path)}"));
        return new(JsonSerializer.SerializeToElement(assembly.data), assembly.errors)
        {
            Told = string.Join('\n', assembly.told.Order(StringComparer.Ordinal)),
        };
    }

    private void Take(JsonObject part)
    {
        if (part.TryGetPropertyValue("data", out var first))
        {
            data = first?.DeepClone();
        }

        TakeErrors(part["errors"]);
        foreach (var fragment in Items(part["pending"]))
        {
            fragments.Add((string)fragment["id"]!, (fragment["path"]!.AsArray(), (string?)fragment["label"]));
            told.Add($"pending: {fragment["label"]} at {Text(fragment["path"]!.AsArray())}");
        }

        foreach (var item in Items(part["incremental"]))
        {
            var path = fragments[(string)item["id"]!].Path.Concat(item["subPath"]?.AsArray() ?? []);
            Merge(Find(path)!.AsObject(), item["data"]!.AsObject());
            TakeErrors(item["errors"]);
        }

        foreach (var completed in Items(part["completed"]))
        {
            var (path, label) = fragments[(string)completed["id"]!];
            fragments.Remove((string)completed["id"]!);
            if (completed["errors"] is not null)
            {
                told.Add($"failed: {label} at {Text(path)}");
                TakeErrors(completed["errors"]);
            }
        }
    }

    private JsonNode? Find(IEnumerable<JsonNode?> path) => path.Aggregate(data, (node, step) =>
        step!.GetValueKind() == JsonValueKind.Number ? node![(int)step] : node![(string)step!]);

    private static void Merge(JsonObject target, JsonObject added)
    {
        foreach (var (name, value) in added)
        {
            if (target[name] is JsonObject known && value is JsonObject more)
            {
                Merge(known, more);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private void TakeErrors(JsonNode? given) => errors.AddRange(Items(given).Select(e => new VerdictError(
        (string)e["message"]!,
        string.Join(' ', Items(e["locations"]).Select(l => $"{l["line"]}:{l["column"]}")),
        e["path"] is JsonArray path ? Text(path) : null)));

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).Select(i => i!.AsObject());

    private static string Text(JsonArray path) => string.Join('.', path.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p}")));
}
