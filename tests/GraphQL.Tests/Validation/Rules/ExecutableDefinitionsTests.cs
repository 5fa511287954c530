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
        var executable = Parser.ParseDocument("{ party { name } }").Definitions[0];
        var document = new DocumentNode([executable, new ForeignDefinition(new Location(3, 1))], executable.Location);

        var error = DocumentValidator.Validate(ValidationSchema.Schema, document).ShouldHaveSingleItem();

        error.Message.ShouldBe("A type system definition is not executable.");
        error.Locations.ShouldBe([new Location(3, 1)]);
    }

    /// <summary>The parser reads executable definitions only, so the other kind is made by hand.</summary>
    private sealed record ForeignDefinition(Location Location) : DefinitionNode(Location);
}
