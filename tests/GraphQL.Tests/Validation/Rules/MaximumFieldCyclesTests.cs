using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumFieldCyclesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumFieldCycles(context);

    private protected override ValidationOptions Options => new() { MaximumFieldCycles = 2 };

    [Theory]
    [InlineData("{ person { friends { friends { employer { owner { employer { name } } } } } } }")]
    [InlineData("{ person { friends { name } a: friends { friends { name } } b: friends { ...A } } } fragment A on Person { friends { name } }")]
    [InlineData("{ __type(name: \"A\") { ofType { ofType { ofType { ofType { name } } } } } }")]
    [InlineData("{ person { ...A } } fragment A on Person { friends { ...A } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ person { friends { friends { employer { owner { friends { name } } } } } } }", "The operation selects \"Person.friends\" within itself more than 2 times. Ask in several requests.")]
    [InlineData("§{ person { friends { ...A } } } fragment A on Person { friends { ...B } } fragment B on Person { friends { name } }", "The operation selects \"Person.friends\" within itself more than 2 times. Ask in several requests.")]
    [InlineData("query A { person { friends { ...B } } } §query B { person { friends { friends { ...B } } } } fragment B on Person { friends { name } }", "The operation selects \"Person.friends\" within itself more than 2 times. Ask in several requests.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
