using System.Text.Json;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Lays out the unified view for a terminal.</summary>
internal static class RegistrantTable
{
    private const int LongestValue = 60;

    public static void Print(JsonElement search, TextWriter output)
    {
        if (search.GetProperty("registrant") is { ValueKind: JsonValueKind.Object } registrant)
        {
            PrintRestrictions(registrant.GetProperty("restrictions"), output);
            PrintProfile(registrant.GetProperty("profile"), output);
            PrintIdentities(registrant.GetProperty("identities"), output);
            PrintRecords(registrant.GetProperty("records"), output);
        }
        else
        {
            output.WriteLine(search.GetProperty("conclusive").GetBoolean()
                ? "Nobody is known by this."
                : "Nobody was found, but a source that could tell did not answer.");
        }

        PrintCandidates(search.GetProperty("candidates"), output);
        PrintSources(search, output);
    }

    private static void PrintRestrictions(JsonElement restrictions, TextWriter output)
    {
        foreach (var restriction in restrictions.EnumerateArray())
        {
            output.WriteLine($"RESTRICTED {Text(restriction, "scope")} since {Text(restriction, "since")}, {Text(restriction, "ground")}");
        }
    }

    private static void PrintProfile(JsonElement profile, TextWriter output)
    {
        output.WriteLine("PROFILE");
        foreach (var field in profile.EnumerateObject())
        {
            foreach (var unified in field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray().ToArray() : [field.Value])
            {
                if (unified.ValueKind != JsonValueKind.Object)
                {
                    continue;
                }

                var agreement = Text(unified, "agreement");
                output.WriteLine($"  {field.Name,-16} {Cut(Text(unified, "value")),-LongestValue} {agreement}");
                if (agreement is "CONFLICT" or "EQUIVALENT")
                {
                    foreach (var held in unified.GetProperty("held").EnumerateArray())
                    {
                        output.WriteLine($"  {string.Empty,-16}   {held.GetProperty("source").GetProperty("id").GetString()}: {Text(held, "value")}");
                    }
                }
            }
        }
    }

    private static void PrintIdentities(JsonElement identities, TextWriter output)
    {
        output.WriteLine("IDENTITIES");
        foreach (var identity in identities.EnumerateArray())
        {
            output.WriteLine(
                $"  {Text(identity, "kind"),-16} {Text(identity, "value"),-34} {Text(identity, "issuer"),-16} "
                + $"{(identity.GetProperty("confirmed").GetBoolean() ? "confirmed" : "not used"),-10} {Text(identity, "method")} {Text(identity, "source")}");
        }
    }

    private static void PrintRecords(JsonElement records, TextWriter output)
    {
        foreach (var type in records.GetProperty("nodes").EnumerateArray().GroupBy(node => Text(node, "recordType")))
        {
            output.WriteLine($"{type.Key.ToUpperInvariant()} ({type.Count()})");
            foreach (var node in type)
            {
                var fields = node.GetProperty("fields").EnumerateArray().Select(field => $"{Text(field, "name")}={ValueOf(field)}");
                output.WriteLine($"  {node.GetProperty("source").GetProperty("id").GetString(),-16} {string.Join("  ", fields)}");
            }
        }

        if (records.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
        {
            output.WriteLine("  There are more records than these; ask over GraphQL for the next page.");
        }

        if (!records.GetProperty("complete").GetBoolean())
        {
            output.WriteLine("  Records may be missing: not every source answered.");
        }
    }

    private static void PrintCandidates(JsonElement candidates, TextWriter output)
    {
        if (candidates.GetArrayLength() > 0)
        {
            output.WriteLine("CANDIDATES (may be the same person; a person decides)");
        }

        foreach (var candidate in candidates.EnumerateArray())
        {
            output.WriteLine($"  {Text(candidate, "kind"),-16} {Text(candidate, "value"),-34} {Text(candidate, "reason")}");
        }
    }

    private static void PrintSources(JsonElement search, TextWriter output)
    {
        output.WriteLine($"SOURCES ({(search.GetProperty("conclusive").GetBoolean() ? "conclusive" : "NOT conclusive")})");
        foreach (var reading in search.GetProperty("sources").EnumerateArray())
        {
            var failure = reading.GetProperty("failure") is { ValueKind: JsonValueKind.Object } some ? Text(some, "message") : string.Empty;
            var gaps = string.Join("; ", reading.GetProperty("gaps").EnumerateArray().Select(gap => gap.GetString()));
            output.WriteLine($"  {reading.GetProperty("source").GetProperty("id").GetString(),-16} {Text(reading, "status"),-14} {failure}{gaps}");
        }
    }

    private static string ValueOf(JsonElement field) =>
        field.GetProperty("withheld").ValueKind == JsonValueKind.Object ? "(withheld)" : Cut(Text(field, "value"));

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

    private static string Cut(string text) => text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue - 1), "…");
}
