using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new NoFragmentCycles(context);

    [Theory]
    [InlineData("{ ...A ...B } fragment A on T { ...B ...B } fragment B on T { b }")]
    [InlineData("{ ...A } fragment A on T { ...Gone }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("fragment A on T { §...A }", "Cannot spread fragment \"A\" within itself.")]
    [InlineData("fragment A on T { a { ... on T { §...A } } }", "Cannot spread fragment \"A\" within itself.")]
    [InlineData("fragment A on T { §...B } fragment B on T { §...A }", "Cannot spread fragment \"A\" within itself via \"B\".")]
    [InlineData("fragment X on T { ...A } fragment A on T { §...B } fragment B on T { x §...C } fragment C on T { §...A }", "Cannot spread fragment \"A\" within itself via \"B\", \"C\".")]
    [InlineData("fragment A on T { §...B §...C } fragment B on T { §...A } fragment C on T { §...A ...B }", "Cannot spread fragment \"A\" within itself via \"B\".", "Cannot spread fragment \"A\" within itself via \"C\".")]
    [InlineData("fragment A on T { §...B } fragment B on T { §...B §...A }", "Cannot spread fragment \"B\" within itself.", "Cannot spread fragment \"A\" within itself via \"B\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
