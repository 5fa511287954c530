using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new FieldsOnCorrectType(context);

    [Theory]
    [InlineData("{ party { name __typename ... on Person { email } } holder { __typename ... on Company { number } } __schema { types { name } } __type(name: \"A\") { name } }")]
    [InlineData("mutation { pay { id } }")]
    [InlineData("{ unknownParent: person { employer { ...F } } } fragment F on Gone { anything }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ §nope { deeper } }", "Cannot query field \"nope\" on type \"Query\".")]
    [InlineData("{ party { §email } }", "Cannot query field \"email\" on type \"Party\".")]
    [InlineData("{ holder { §name } }", "Cannot query field \"name\" on type \"Holder\".")]
    [InlineData("{ party { ... on Person { §number } } }", "Cannot query field \"number\" on type \"Person\".")]
    [InlineData("{ person { §__schema { types { name } } } }", "Cannot query field \"__schema\" on type \"Person\".")]
    [InlineData("mutation { §x: person { name } }", "Cannot query field \"person\" on type \"Mutation\".")]
    [InlineData("fragment F on Person { employer { §nam } }", "Cannot query field \"nam\" on type \"Company\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
