using System.Text.Json.Nodes;
using PersonalDataHub.GraphQL.DifferentialTests.Documents;
using PersonalDataHub.GraphQL.DifferentialTests.Schemas;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>A document with variables and the operation asked for.</summary>
/// <param name="Number">The number of the case among those of its schema.</param>
internal sealed record GeneratedCase(int Number, string Text, JsonObject? Variables, string? Operation)
{
    /// <summary>Makes a case: half of all are valid, the others wrong here and there or broken at tokens or characters.</summary>
    public static GeneratedCase Make(GeneratedSchema generated, int number, Schema schema)
    {
        var random = new Random(unchecked(((int)generated.Seed * 1_000_003) + number));
        return random.Next(20) == 0 ? OfTypeSystem(generated, number, random) : OfOperations(number, random, schema);
    }

    private static GeneratedCase OfTypeSystem(GeneratedSchema generated, int number, Random random)
    {
        var definitions = generated.Sdl.Split("\n\n").Where(_ => random.Next(4) == 0).Append("extend type Thing0 { more: Int }");
        IReadOnlyList<string> tokens = Shrinking.TokensOf(string.Join('\n', definitions));
        var text = DocumentText.Join(random.Next(3) == 0 ? DocumentText.SpoilTokens(tokens, random) : tokens, random);
        return new(number, random.Next(3) == 0 ? DocumentText.SpoilCharacters(text, random) : text, null, null);
    }

    private static GeneratedCase OfOperations(int number, Random random, Schema schema)
    {
        var wildness = random.Next(10) switch { < 5 => 0, < 8 => 0.02, _ => 0.08 };
        var chance = new Chance(random, wildness);
        var document = new RandomDocument(schema, chance);
        IReadOnlyList<string> tokens = document.Tokens();
        var chosen = chance.Any(document.Operations);
        var name = document.Operations.Count == 1 ? chance.OneIn(2) ? null : chosen.Name : chance.OneIn(15) ? null : chosen.Name;
        var variables = new RandomVariables(new Chance(random, random.Next(3) == 0 ? 0.08 : 0)).Values(chosen.Variables);
        var spoiling = random.Next(16);
        var text = DocumentText.Join(spoiling < 2 ? DocumentText.SpoilTokens(tokens, random) : tokens, random);
        return new(
            number,
            spoiling is 2 or 3 ? DocumentText.SpoilCharacters(text, random) : text,
            variables,
            chance.OneIn(40) ? "Nope" : name is "" ? null : name);
    }

    public JsonObject ToJson(string? printed) => new()
    {
        ["text"] = Text,
        ["variables"] = Variables?.DeepClone(),
        ["operation"] = Operation,
        ["printed"] = printed,
    };
}
