using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new UniqueFragmentNames(context);

    [Theory]
    [InlineData("{ ...A ...A } fragment A on T { a } fragment B on T { b }")]
    [InlineData("query A { a } fragment A on T { a }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ ...A } fragment §A on T { a } fragment §A on T { b }", "There can be only one fragment named \"A\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
