namespace PersonalDataHub.GraphQL.Tests.Hostile;

/// <summary>Documents that no server should work on.</summary>
internal static class Bombs
{
    private static readonly (string Before, string Open, string Close, string After)[] Kinds =
    [
        ("", "{a", "}", ""),
        ("query Q", "{person", "}", ""),
        ("{person", "{...on Person", "}", "}"),
        ("{", "...{", "}", "}"),
        ("{pick(ints:", "[", "]", ")}"),
        ("{pick(filter:", "{nested:", "}", ")}"),
        ("{pick(filter:", "[{nested:", "}]", ")}"),
        ("query(", "$a:[", "]", "){a}"),
        ("query($a:", "[", "]", "){a}"),
        ("query($a:Filter=", "{nested:", "}", "){a}"),
        ("fragment F on Person", "{friends", "}", ""),
        ("{pick@tag(name:", "[", "]", ")}"),
        ("{pick", "(text:", ")", "}"),
        ("type T{a(b:I=", "[", "]", "):Int}"),
        ("", "{", "", ""),
        ("", "[", "", ""),
        ("", "(", "", ""),
    ];

    /// <summary>Bombs of nesting from 1 KB to 1 MB, of every kind in turn, closed, half closed and open.</summary>
    public static IEnumerable<string> Nested(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (before, open, close, after) = Kinds[number % Kinds.Length];
            var length = (int)(1_024 * Math.Pow(1_000, number / (double)(count - 1)));
            var levels = length / (open.Length + close.Length);
            var closed = (number % 3) switch { 0 => levels, 1 => levels / 2, _ => 0 };
            yield return before + Repeat(levels, _ => open) + Repeat(closed, _ => close) + (closed == levels ? after : "");
        }
    }

    /// <summary>Bombs of every other kind, by name.</summary>
    public static IReadOnlyDictionary<string, string> Named { get; } = new Dictionary<string, string>
    {
        ["too deep"] = $"{{ person {{ {Repeat(20, _ => "employer { owner { ")} name {Repeat(20, _ => "} } ")} }} }}",
        ["too long"] = "{ person { name } }" + new string(' ', 1024 * 1024),
        ["too many tokens"] = $"{{ {Repeat(20_000, _ => "party ")} }}",
        ["too costly"] = "{ person { friends(first: 100) { friends(first: 100) { friends(first: 100) { name } } } } }",
        ["page too large"] = "{ person { friends(first: 2000000000) { name } } }",
        ["field within itself"] = "{ person { friends { friends { friends { friends { name } } } } } }",
        ["10,000 aliases"] = $"{{ {Repeat(10_000, name => $"a{name}:page(first:1) ")} }}",
        ["200 aliases"] = $"{{ person {{ {Repeat(200, name => $"a{name}: name ")} }} }}",
        ["10,000 aliases of a meta field"] = $"{{ {Repeat(6_000, name => $"a{name}:__typename ")} }}",
        ["21 root fields"] = $"{{ {Repeat(21, name => $"a{name}: party {{ name }} ")} }}",
        ["one field 5,000 times"] = $"{{ {Repeat(4_000, _ => "person { name } ")} }}",
        ["fragment cycle"] = "{ person { ...A } } fragment A on Person { friends { ...B } } fragment B on Person { employer { owner { ...A } } }",
        ["long fragment cycle"] = $"{{ person {{ ...F0 }} }} {Repeat(400, name => $"fragment F{name} on Person {{ ...F{(name + 1) % 400} }} ")}",
        ["fragments that double"] = $"{{ person {{ ...F0 }} }} {Repeat(30, name => $"fragment F{name} on Person {{ name ...F{name + 1} ...F{name + 1} }} ")} fragment F30 on Person {{ name }}",
        ["fragments that double under conditions"] = $"query ($v: Boolean!) {{ person {{ ...F0 }} }} {Repeat(30, name => $"fragment F{name} on Person {{ ...F{name + 1} @include(if: $v) ...F{name + 1} @skip(if: $v) }} ")} fragment F30 on Person {{ name }}",
        ["long fragment chain"] = $"{{ person {{ ...F0 }} }} {Repeat(2_000, name => $"fragment F{name} on Person {{ ...F{name + 1} }} ")} fragment F2000 on Person {{ name }}",
        ["chain of wrapped types"] = $"{{ __type(name: \"Person\") {{ ...F0 }} }} {Repeat(400, name => $"fragment F{name} on __Type {{ ofType {{ ofType {{ ofType {{ ...F{name + 1} }} }} }} }} ")} fragment F400 on __Type {{ name }}",
        ["introspection in circles"] = "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }",
        ["introspection many times"] = $"{{ __schema {{ types {{ {Repeat(90, name => $"a{name}: fields {{ type {{ fields {{ name }} }} }} ")} }} }} }}",
        ["1 MB of ["] = new string('[', 1024 * 1024),
        ["1 MB of {"] = new string('{', 1024 * 1024),
        ["1 MB of ("] = new string('(', 1024 * 1024),
        ["1 MB of [ in a value"] = "{ pick(ints: " + new string('[', 1024 * 1024 - 20),
        ["1 MB string without an end"] = "{ pick(text: \"" + new string('x', 1024 * 1024 - 20),
        ["1 MB block string without an end"] = "{ pick(text: \"\"\"" + new string('\n', 1024 * 1024 - 20),
        ["1 MB name"] = "{ " + new string('n', 1024 * 1024 - 4) + " }",
        ["1 MB number"] = "{ pick(int: " + new string('9', 1024 * 1024 - 20) + ") }",
        ["1 MB of escapes without an end"] = "{ pick(text: \"" + Repeat(170_000, _ => "\\u0041"),
        ["100,000 directives"] = $"{{ person {{ name {Repeat(100_000, _ => "@tag ")} }} }}",
        ["5,000 directives"] = $"{{ person {{ name {Repeat(5_000, _ => "@tag ")} }} }}",
        ["5 directives"] = "{ person { name @tag @tag @tag @tag @tag } }",
        ["100,000 variables"] = $"query ({Repeat(100_000, name => $"$v{name}:Int ")}) {{ party {{ name }} }}",
        ["4,000 variables"] = $"query ({Repeat(4_000, name => $"$v{name}:Int ")}) {{ party {{ name }} }}",
        ["100,000 arguments"] = $"{{ pick({Repeat(100_000, _ => "int:1 ")}) }}",
        ["4,000 arguments"] = $"{{ pick({Repeat(4_000, _ => "int:1 ")}) }}",
        ["deep list"] = $"{{ pick(ints: {new string('[', 70)}{new string(']', 70)}) }}",
        ["deep object"] = $"{{ pick(filter: {Repeat(70, _ => "{nested:")}null{new string('}', 70)}) }}",
        ["list deeper than its type"] = $"{{ pick(ints: {new string('[', 50)}1{new string(']', 50)}) }}",
        ["1,500 operations"] = Repeat(1_500, name => $"query Q{name} {{ ...F }} ") + "fragment F on Query { party { name } }",
        ["2,000 operations"] = Repeat(2_000, name => $"query Q{name} {{ page }} "),
        ["5,000 definitions of types"] = Repeat(3_000, name => $"type T{name} {{ a: Int }} "),
        ["1 MB of comments and a mistake"] = Repeat(100_000, _ => "#comment\n") + "{ nope }",
        ["surrogate that stands alone"] = "{ pick(text: \"\\uD800\") }",
        ["nothing"] = "",
        ["one zero byte"] = "\0",
    };

    private static string Repeat(int times, Func<int, string> make) => string.Concat(Enumerable.Range(0, times).Select(make));
}
