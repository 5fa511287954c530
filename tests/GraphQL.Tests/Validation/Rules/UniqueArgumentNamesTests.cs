using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new UniqueArgumentNames(context);

    [Theory]
    [InlineData("{ a(x: 1, y: 2) b(x: 1) @tag(name: \"x\") }")]
    [InlineData("{ a(x: {x: 1}) }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ a(§x: 1, y: 2, §x: 3, §x: 1) }", "There can be only one argument named \"x\".")]
    [InlineData("{ a @tag(§name: \"a\", §name: \"b\") }", "There can be only one argument named \"name\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
