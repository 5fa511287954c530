using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

public sealed class SoundnessTests
{
    [Fact]
    public void Blockers_Should_KnowTheirLines_When_ReadFromTheFiles()
    {
        foreach (var id in Packs.All)
        {
            var lines = Packs.TextOf(id).Split('\n');
            Packs.Of(id).Pack.Blockers.ShouldAllBe(blocker => lines[blocker.Line - 1].Contains($"id: {blocker.Id},", StringComparison.Ordinal));
        }
    }

    public static TheoryData<string> Registers => [.. Packs.All];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Read_Should_FindNoMistake_When_TheRegisterShips(string id)
    {
        var register = Packs.Of(id);

        register.Pack.Statements.Count.ShouldBeGreaterThan(40);
        register.Pack.Statements.ShouldAllBe(statement => statement.Text.Fi.Length > 0 && statement.Text.Fi != statement.Text.En);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Purposes_Should_RestOnABasisEach_When_TheRegisterShips(string id)
    {
        var register = Packs.Of(id);

        register.Purposes.ShouldAllBe(purpose => purpose.Bases.Count > 0);
        register.Purposes.Where(purpose => PurposeCheck.Of(register, purpose) is not null).ShouldAllBe(purpose => purpose.Default == PurposeDefault.Off);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Categories_Should_BeInTwoVocabularies_When_TheRegisterShips(string id) =>
        Packs.Of(id).Categories.ShouldAllBe(category =>
            category.Dpv.Count > 0 && category.Dpv.All(term => term.StartsWith("pd:", StringComparison.Ordinal))
            && category.Fideslang.Count > 0 && category.Fideslang.All(key => key.StartsWith("user.", StringComparison.Ordinal)));

    // A notice that cites a repealed act keeps its words; what holds today stands beside them.
    [Theory]
    [MemberData(nameof(Registers))]
    public void Statements_Should_SayWhatHoldsInstead_When_TheyCiteARepealedAct(string id)
    {
        var today = new DateOnly(2026, 11, 21);

        foreach (var statement in Packs.Of(id).Pack.Statements.Where(one => one.Articles.Any(article => LegalActs.InForce(article, today) == false)))
        {
            statement.Instead.ShouldNotBeNull(statement.Id);
            statement.InsteadBy.ShouldAllBe(law => LegalActs.InForce(law, today) != false);
        }
    }

    [Theory]
    [InlineData("telecom", "statements: [serving-customers]", "statements: [serving-customer]", "names the statement 'serving-customer', which is not declared. Did you mean 'serving-customers'?")]
    [InlineData("telecom", "addressee: responsible-person", "addressee: data-protection-officer", "'addressee' names a role that no contact has")]
    [InlineData("sole-trader", "identityCode:\n", "nothing:\n", "the category holds personal identity codes (pd:OfficialID); say under 'identityCode'")]
    [InlineData("social-care", "    fields: [careClient.identityCode, customer.identityCode]\n", "", "names neither 'categories' nor 'fields'")]
    [InlineData("studio", "    insteadBy: [GDPR Art. 6, Data Protection Act 1050/2018]\n", "", "'insteadBy' is missing")]
    public void Read_Should_SayWhereAndWhat_When_ALineIsWrong(string id, string piece, string to, string expected)
    {
        var (register, mistakes) = Packs.Changed(id, piece, to);

        register.ShouldBeNull();
        mistakes.ShouldContain(mistake => mistake.StartsWith($"{id}/register.yaml:", StringComparison.Ordinal) && mistake.Contains(expected, StringComparison.Ordinal), string.Join('\n', mistakes));
    }
}
