using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new VariablesInAllowedPosition(context);

    [Theory]
    [InlineData("query ($a: Int!) { pick(int: $a, ints: [$a]) page(first: $a) }")]
    [InlineData("query ($a: Int = 1) { page(first: $a) }")]
    [InlineData("query ($a: Int) { page(first: 1, size: $a) pick(filter: {minimum: 1}) }")]
    [InlineData("query ($a: [Int!]!) { pick(ints: $a, required: $a) }")]
    [InlineData("query ($a: Boolean) { pick(filter: {minimum: 1, deep: $a}) }")]
    [InlineData("query ($a: ID!) { pick(key: {id: $a}) }")]
    [InlineData("query ($a: Key) { pick(key: $a) unknown(x: $a) }")]
    [InlineData("query ($a: Gone) { pick(int: $a, text: $undefined) }")]
    [InlineData("query ($a: Boolean!) { party @skip(if: $a) { name } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query (§$a: Int) { page(first: §$a) }", "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query (§$a: Int = null) { page(first: §$a) }", "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query (§$a: String) { pick(int: §$a) }", "Variable \"$a\" of type \"String\" used in position expecting type \"Int\".")]
    [InlineData("query (§$a: Int) { pick(ints: §$a) }", "Variable \"$a\" of type \"Int\" used in position expecting type \"[Int]\".")]
    [InlineData("query (§$a: [Int]) { pick(int: §$a, required: §$a) }", "Variable \"$a\" of type \"[Int]\" used in position expecting type \"Int\".", "Variable \"$a\" of type \"[Int]\" used in position expecting type \"[Int!]\".")]
    [InlineData("query (§$a: Int) { ...F } fragment F on Query { ...G } fragment G on Query { pick(required: [§$a], filter: {minimum: §$a}) }", "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".", "Variable \"$a\" of type \"Int\" used in position expecting type \"Int!\".")]
    [InlineData("query (§$a: Boolean) { party @skip(if: §$a) { name } }", "Variable \"$a\" of type \"Boolean\" used in position expecting type \"Boolean!\".")]
    [InlineData("query (§$a: ID) { pick(key: {id: §$a}) }", "Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".")]
    [InlineData("query (§$a: ID = \"x\") { pick(key: {id: §$a}) }", "Variable \"$a\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Key\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
