using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Blockers;

namespace PersonalDataHub.Hub.Tests.Registrants.Blockers;

public sealed class BlockerCoverageTests
{
    private static readonly RecordType Treatment = new()
    {
        Name = "treatment",
        PluralName = "treatments",
        Description = "A treatment.",
        Category = "care",
        Origin = DataOrigin.Observed,
        Fields =
        [
            new() { Name = "outcome", Kind = FieldKind.Text, Description = "Outcome." },
            new() { Name = "email", Kind = FieldKind.Text, Description = "E-mail.", Category = "contact" },
        ],
    };

    private static readonly BlockerRule Research = new("research", BlockerKind.Research, new("", ""), new("", "")) { Article = "GDPR Art. 17(3)(d)" };

    [Fact]
    [Requirement("S0-10")]
    public void Covers_Should_KeepOnlyWhatResearchUses_When_TheExceptionIsForResearch()
    {
        var register = RegisterWith(new Purpose("effectiveness", "Effectiveness", new HashSet<string> { "care" }) { Nature = PurposeNature.Research });

        Treatment.Fields.Select(field => BlockerCoverage.Covers(register, Research, Treatment, field)).ShouldBe([true, false]);
    }

    [Fact]
    [Requirement("S0-10")]
    public void Covers_Should_KeepNothing_When_TheRegisterHasNoResearchPurpose()
    {
        var register = RegisterWith(new Purpose("care", "Care", new HashSet<string> { "care" }));

        Treatment.Fields.ShouldAllBe(field => !BlockerCoverage.Covers(register, Research, Treatment, field));
    }

    [Fact]
    public void Covers_Should_LookAtTheFieldAndItsCategory_When_TheRuleNamesThem()
    {
        var register = RegisterWith(new Purpose("care", "Care", null));
        var rule = Research with { Kind = BlockerKind.OpenInvoice, Fields = ["treatment.outcome"], Categories = ["billing"] };

        Treatment.Fields.Select(field => BlockerCoverage.Covers(register, rule, Treatment, field)).ShouldBe([true, false]);
    }

    private static Register RegisterWith(Purpose purpose) => new()
    {
        Id = "clinic",
        Name = "Clinic",
        Controller = new("Clinic Oy", null),
        PrimarySource = "crm",
        Categories = [new("care", "Care"), new("contact", "Contact")],
        Purposes = [purpose],
        Precedence = [],
    };
}
