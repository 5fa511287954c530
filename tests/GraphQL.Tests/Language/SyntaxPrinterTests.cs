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

        SyntaxPrinter.Print(Parser.ParseDocument(text)).ShouldBe("""
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
              s(t: "two\n  lines")
            }
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Print_Should_ReadBackAsEqualTree_When_DocumentIsRandom()
    {
        for (var seed = 0; seed < 2_000; seed++)
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
