using System.Diagnostics;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Validation;

/// <summary>
/// Documents that pass the parser's limits and are made to keep a validator busy. The rules of the specification have
/// to bear them by themselves: the limits that refuse them beforehand are switched off.
/// </summary>
public sealed class HostileDocumentTests
{
    // Each takes less than a second; without its protection most would take longer than anyone waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Validate_Should_EndSoon_When_OneFieldIsRepeated() =>
        Validate($"{{ person {{ {Repeat(19_000, _ => "name ")} }} }}").ShouldBeEmpty();

    [Fact]
    public void Validate_Should_EndSoon_When_OneObjectIsRepeated() =>
        Validate($"{{ {Repeat(4_900, _ => "person{name} ")} }}").ShouldBeEmpty();

    [Fact]
    public void Validate_Should_EndSoon_When_FragmentsDoubleAtEachLevel()
    {
        // Two fields per level, thirty levels: a billion fields in the response, a page of text.
        var fragments = Repeat(30, level => $"fragment F{level} on Person {{ a: employer {{ owner {{ ...F{level + 1} }} }} b: employer {{ owner {{ ...F{level + 1} }} }} }} ");

        var document = $"{{ person {{ ...F0 }} }} {fragments} fragment F30 on Person {{ name }}";

        Validate(document).ShouldBeEmpty();
        Validate(document, ValidationOptions.Default).Select(error => error.Message).ShouldBe(
        [
            "The operation selects more than 1000 fields with its fragments expanded. Ask in several requests.",
            "The operation spreads more than 500 fragments, each counted as often as it is reached. Use fewer fragments.",
            "The operation selects more than 15 levels of fields. Ask for fewer levels, or in several requests.",
            "The operation uses more than 100 aliases. Ask in several requests.",
        ]);
    }

    [Fact]
    public void Validate_Should_EndSoon_When_FragmentsFormALongChain()
    {
        var fragments = Repeat(2_400, level => $"fragment F{level} on Query {{ ...F{level + 1} }} ");

        Validate($"{{ ...F0 }} {fragments} fragment F2400 on Query {{ person {{ name }} }}").ShouldBeEmpty();
    }

    [Fact]
    public void Validate_Should_EndSoon_When_FragmentsFormALongCycle()
    {
        var fragments = Repeat(2_400, level => $"fragment F{level} on Query {{ ...F{(level + 1) % 2_400} }} ");

        Validate($"{{ ...F0 }} {fragments}").ShouldHaveSingleItem().Message.ShouldBe("Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\", \"F3\", \"F4\", \"F5\", \"F6\", \"F7\", \"F8\", and others.");
    }

    [Fact]
    public void Validate_Should_EndSoon_When_EveryFragmentSpreadsEveryOther()
    {
        var all = Repeat(80, name => $"...F{name} ");

        Validate($"{{ ...F0 }} {Repeat(80, name => $"fragment F{name} on Query {{ {all} }} ")}").ShouldNotBeEmpty();
    }

    [Fact]
    public void Validate_Should_EndSoon_When_ManyOperationsShareManyFragments()
    {
        var operations = Repeat(900, name => $"query Q{name}($v: ID) {{ ...F0 }} ");
        var fragments = Repeat(300, level => $"fragment F{level} on Query {{ person(id: $v) {{ name }} ...F{level + 1} }} ");

        Validate($"{operations} {fragments} fragment F300 on Query {{ person(id: $v) {{ name }} }}")
            .ShouldHaveSingleItem().Message.ShouldStartWith("Too many fields of the document may overlap");
    }

    [Fact]
    public void Validate_Should_EndSoon_When_SubsetsOfFragmentsExplode()
    {
        // Every path through the response merges another set of fragments: remembering seen sets alone does not help.
        var random = new Random(20260917);
        var fragments = Repeat(300, name => $"fragment F{name} on Person {{ {Repeat(3, field => $"{(char)('a' + field)}: employer {{ owner {{ {Repeat(4, _ => $"...F{random.Next(name + 1, name + 40)} ")} }} }} ")} }} ");
        var ends = Repeat(41, end => $"fragment F{300 + end} on Person {{ name }} ");

        var errors = Validate($"{{ person {{ ...F0 }} }} {fragments} {ends}");

        errors.ShouldContain(error => error.Message.StartsWith("Too many fields of the document may overlap", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_Should_EndSoon_When_OneNameHasManyArguments() =>
        Validate($"{{ {Repeat(1_200, _ => "pick(int: 1 text: \"a\" flag: true) ")} }}").ShouldBeEmpty();

    [Fact]
    public void Validate_Should_EndSoon_When_OneSetSpreadsManyFragments() =>
        Validate($"{{ person {{ {Repeat(1_800, name => $"...F{name} ")} }} }} {Repeat(1_800, name => $"fragment F{name} on Person {{ name }} ")}").ShouldBeEmpty();

    [Fact]
    public void Validate_Should_EndSoon_When_FragmentsNestFieldsInEveryLaterOne()
    {
        var fragments = Repeat(60, name => $"fragment F{name} on Person {{ friends {{ {Repeat(60 - name, later => $"...F{name + later + 1} ")} }} }} ");

        Validate($"{{ person {{ ...F0 }} }} {fragments} fragment F60 on Person {{ name }}").ShouldBeEmpty();
    }

    [Fact]
    public void Validate_Should_EndSoon_When_ConcreteAndAbstractFieldsMeet() =>
        Validate($"{{ party {{ {Repeat(1_200, _ => "... on Person { name } ... on Company { name } name ")} }} }}").ShouldBeEmpty();

    [Fact]
    public void Validate_Should_KeepErrorsShort_When_ConflictsStandDeep()
    {
        var fragments = Repeat(600, level => $"fragment F{level} on Person {{ friends {{ ...F{level + 1} }} }} fragment G{level} on Person {{ friends {{ ...G{level + 1} }} }} ");

        var errors = Validate($"{{ person {{ ...F0 ...G0 }} }} {fragments} fragment F600 on Person {{ x: name }} fragment G600 on Person {{ x: email }}");

        errors.ShouldHaveSingleItem().Message.Length.ShouldBeLessThan(1_000);
        errors[0].Locations!.Count.ShouldBe(20);
    }

    private static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null)
    {
        var tree = Parser.ParseDocument(document);
        AllocatedBy(() => DocumentValidator.Validate(ValidationSchema.Schema, tree)).ShouldBeLessThan(16_000_000);
        AllocatedBy(() => DocumentValidator.Validate(ValidationSchema.Schema, tree, ValidationOptions.Unlimited)).ShouldBeLessThan(256_000_000);
        var watch = Stopwatch.StartNew();
        var errors = DocumentValidator.Validate(ValidationSchema.Schema, tree, options ?? ValidationOptions.Unlimited with { MaximumErrors = 500 });
        watch.Elapsed.ShouldBeLessThan(Patience);
        return errors;
    }

    private static long AllocatedBy(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(int times, Func<int, string> make) => string.Concat(Enumerable.Range(0, times).Select(make));
}
