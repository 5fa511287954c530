using System.Text.Json.Nodes;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>Puts parts together as clients do.</summary>
internal static class MergedParts
{
    public static JsonNode? Of(IEnumerable<string> parts)
    {
        JsonNode? data = null;
        var paths = new Dictionary<string, JsonArray>();
        foreach (var part in parts.Select(p => JsonNode.Parse(p)!))
        {
            data ??= part["data"]!.DeepClone();
            foreach (var pending in part["pending"]?.AsArray() ?? [])
            {
                paths.Add(pending!["id"]!.GetValue<string>(), pending["path"]!.AsArray());
            }

            foreach (var entry in part["incremental"]?.AsArray() ?? [])
            {
                var target = data;
                foreach (var step in paths[entry!["id"]!.GetValue<string>()].Concat(entry["subPath"]?.AsArray() ?? []))
                {
                    target = step!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? target[step.GetValue<int>()]! : target[step.GetValue<string>()]!;
                }

                Merge(target.AsObject(), entry["data"]!.AsObject());
            }
        }

        return data;
    }

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
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
}
