using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new ExecutableDefinitions(context);

    [Fact]
    public void Validate_Should_Accept_When_OnlyOperationsAndFragmentsStand() => Valid("query A { a } fragment F on T { a }");

    [Fact]
    public void Validate_Should_SayWhere_When_AnotherDefinitionStands()
    {
        var document = Parser.ParseDocument("{ party { name } }\ntype T\nextend schema @tag\n\"d\" directive @tag on SCHEMA");

        var errors = DocumentValidator.Validate(ValidationSchema.Schema, document);

        errors.Select(error => (error.Message, error.Locations!.Single())).ShouldBe(
        [
            ("The \"T\" definition is not executable.", new Location(2, 1)),
            ("The schema definition is not executable.", new Location(3, 1)),
            ("The \"tag\" definition is not executable.", new Location(4, 1)),
        ]);
    }
}
