using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new NoUnusedFragments(context);

    [Theory]
    [InlineData("{ ...A } fragment A on T { ...B } fragment B on T { b }")]
    [InlineData("query X { ...A } mutation Y { ...B } fragment A on T { a } fragment B on T { b }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ a } §fragment A on T { a }", "Fragment \"A\" is never used.")]
    [InlineData("{ ...A } fragment A on T { a } §fragment B on T { ...C } §fragment C on T { ...B }", "Fragment \"B\" is never used.", "Fragment \"C\" is never used.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
