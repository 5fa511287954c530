using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new NoUndefinedVariables(context);

    [Theory]
    [InlineData("query A($a: ID) { person(id: $a) { ...F } } fragment F on Person { name(short: $a) }")]
    [InlineData("{ a(x: 1) }")]
    [InlineData("query A($a: ID) { ...F } query B($a: ID) { ...F } fragment F on Query { person(id: $a) { name } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§query A($a: ID) { person(id: §$b) { name } }", "Variable \"$b\" is not defined by operation \"A\".")]
    [InlineData("§{ pick(filter: {note: §$b}, ints: [§$c]) @tag(name: §$d) }", "Variable \"$b\" is not defined.", "Variable \"$c\" is not defined.", "Variable \"$d\" is not defined.")]
    [InlineData("query A($a: ID) { ...F } §query B { ...F } fragment F on Query { ...G } fragment G on Query { person(id: §$a) { name } }", "Variable \"$a\" is not defined by operation \"B\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
