using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumFragmentVisitsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumFragmentVisits(context);

    private protected override ValidationOptions Options => new() { MaximumFragmentVisits = 3 };

    [Theory]
    [InlineData("{ person { ...A } } fragment A on Person { ...B } fragment B on Person { ...C } fragment C on Person { name }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ person { ...A friends { ...A } } } fragment A on Person { ...B } fragment B on Person { name }", "The operation spreads more than 3 fragments, each counted as often as it is reached. Use fewer fragments.")]
    [InlineData("{ person { name } } fragment A on Person { ...A ...A ...A §...A ...A }", "The document spreads more than 3 fragments. Use fewer fragments.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
