using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

public sealed class SyntaxPrinterTests
{
    [Fact]
    public void Print_Should_WriteTheWholeLanguage_When_DocumentUsesIt()
    {
        var text = """"
            "Reads." query Q($a:Int=1@d,"which" $b:[ID!]!) @purpose(is:"x") {
              x:f(a:$a,o:{k:[1,null,OPEN]}) @skip(if:true) { ...P@e ...on T{y} ...@include(if:false){z} }
            }
            mutation { a }
            query($v:Int){a}
            fragment P on T { s(t:"""
              two
                lines
            """) }
            """";

        SyntaxPrinter.Print(Parser.ParseDocument(text)).ShouldBe(""""
            "Reads."
            query Q($a: Int = 1 @d, "which" $b: [ID!]!) @purpose(is: "x") {
              x: f(a: $a, o: {k: [1, null, OPEN]}) @skip(if: true) {
                ...P @e
                ... on T {
                  y
                }
                ... @include(if: false) {
                  z
                }
              }
            }

            mutation {
              a
            }

            query ($v: Int) {
              a
            }

            fragment P on T {
              s(t: """
              two
                lines
              """)
            }
            """".ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Print_Should_WriteTheTypeSystem_When_DocumentDefinesIt()
    {
        var text = """"
            """
            Two
              lines
            """ schema @a { query: Q mutation: M } extend schema @b
            "s" scalar D @specifiedBy(url: "https://example.org") type E type T implements & I & J @a { "f" f(a: Int = 1 @d, b: [T!]!): T @deprecated
            g("first" first: Int, after: String = """x"""): Int } interface I implements J { f: Int } union U = | A | B extend union U @a
            enum F { "v" V W @deprecated(reason: "old") } input K @oneOf { a: Int = {x: [1, ONE]} }
            directive @a(x: Int, "y" y: Int) repeatable on | FIELD | ENUM_VALUE extend type T { h: Int }
            """";

        SyntaxPrinter.Print(Parser.ParseDocument(text)).ShouldBe(""""
            """
            Two
              lines
            """
            schema @a {
              query: Q
              mutation: M
            }

            extend schema @b

            "s"
            scalar D @specifiedBy(url: "https://example.org")

            type E

            type T implements I & J @a {
              "f"
              f(a: Int = 1 @d, b: [T!]!): T @deprecated
              g(
                "first"
                first: Int
                after: String = """
                x
                """
              ): Int
            }

            interface I implements J {
              f: Int
            }

            union U = A | B

            extend union U @a

            enum F {
              "v"
              V
              W @deprecated(reason: "old")
            }

            input K @oneOf {
              a: Int = {x: [1, ONE]}
            }

            directive @a(
              x: Int
              "y"
              y: Int
            ) repeatable on FIELD | ENUM_VALUE

            extend type T {
              h: Int
            }
            """".ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("two\nlines", true)]
    [InlineData("  first\n    second\n", false)]
    [InlineData("  all\n  indented", false)]
    [InlineData("\nblank first", false)]
    [InlineData("blank last\n ", false)]
    [InlineData("carriage\rreturn", false)]
    [InlineData("quotes \"\"\" and \\\nends in \"", true)]
    [InlineData("one\n\n  \nthree \\", true)]
    public void Print_Should_WriteBlocks_When_ReadingThemGivesTheTextBack(string value, bool isBlock)
    {
        var printed = SyntaxPrinter.Print(new StringValueNode(value, IsBlock: true, new Location(1, 1)));

        printed.StartsWith("\"\"\"", StringComparison.Ordinal).ShouldBe(isBlock);
        Parser.ParseValue(printed).ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);
    }

    [Fact]
    public void Print_Should_ReadBackAsEqualTree_When_DocumentIsRandom()
    {
        for (var seed = 0; seed < 4_000; seed++)
        {
            var document = new RandomDocument(seed).Document();

            var readBack = Parser.ParseDocument(SyntaxPrinter.Print(document));

            SyntaxComparer.Instance.Equals(document, readBack).ShouldBeTrue($"seed {seed}:\n{SyntaxPrinter.Print(document)}");
        }
    }

    [Fact]
    public void Equals_Should_TellTreesApart_When_SeedsDiffer()
    {
        // Guards the property above: a comparer that finds everything equal would prove nothing.
        var documents = Enumerable.Range(0, 60).Select(seed => new RandomDocument(seed).Document()).ToArray();

        documents.Distinct(SyntaxComparer.Instance).Count().ShouldBe(documents.Select(SyntaxPrinter.Print).Distinct().Count());
    }
}
