using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new KnownFragmentNames(context);

    [Theory]
    [InlineData("{ ...A ... on Person { ...A } ... { a } } fragment A on T { a }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ ...§A person { ...§B @once } } fragment C on T { ...§D }", "Unknown fragment \"A\".", "Unknown fragment \"B\".", "Unknown fragment \"D\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
