using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers;

public sealed class RegisterReaderTests
{
    private static readonly string[] TelecomSources = ["crm", "billing", "call-recordings", "web-analytics"];

    [Fact]
    public void Read_Should_FindNoMistake_When_TheFileIsTheTelecomRegister()
    {
        // arrange
        var mistakes = new MistakeList("telecom/register.yaml");

        // act
        var register = new RegisterReader(_ => null).Read(FindConfig("telecom"), TelecomSources, mistakes);

        // assert
        mistakes.Found.ShouldBeEmpty();
        register.ShouldNotBeNull();
        register.Controller.Name.ShouldBe("Esimerkki Tele Oy");
        register.Controller.BusinessId.ShouldBe("9900005-0");
        register.PrimarySource.ShouldBe("crm");
        register.Categories.Count.ShouldBe(12);
    }

    [Theory]
    [InlineData("customer-service", "contact", true)]
    [InlineData("customer-service", "traffic", false)]
    [InlineData("customer-service", "web", false)]
    [InlineData("data-subject-rights", "web", true)]
    [InlineData("invoicing", "collection", true)]
    [InlineData("invoicing", "recordings", false)]
    [InlineData("fault-investigation", "traffic", true)]
    [InlineData("fault-investigation", "billing", false)]
    [InlineData("data-subject-rights", "never-declared", true)]
    [InlineData("customer-service", "never-declared", false)]
    public void Allows_Should_FollowTheFile_When_APurposeAsksForACategory(string purpose, string category, bool allowed)
    {
        var register = new RegisterReader(_ => null).Read(FindConfig("telecom"), TelecomSources, new MistakeList("f"));

        register!.FindPurpose(purpose)!.Allows(category).ShouldBe(allowed);
    }

    [Theory]
    [InlineData("data-subject-rights", RestrictedUse.Rights)]
    [InlineData("debt-collection", RestrictedUse.LegalClaims)]
    [InlineData("customer-service", RestrictedUse.None)]
    public void RestrictedUse_Should_FollowTheFile_When_APurposeSaysOneOrNone(string purpose, RestrictedUse use)
    {
        var register = new RegisterReader(_ => null).Read(FindConfig("telecom"), TelecomSources, new MistakeList("f"));

        register!.FindPurpose(purpose)!.RestrictedUse.ShouldBe(use);
    }

    [Fact]
    public void Read_Should_ReportEveryMistake_When_TheFileHasMany()
    {
        // arrange
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.File("shop"));
        File.WriteAllText(folder.File("shop", "register.yaml"), """
            id: shop
            name: ""
            controller: { name: Shop Oy, businessId: 9900005-1 }
            primarySource: crn
            categories:
              - { id: contact, name: Contact }
              - { id: contact, name: Again }
            purposes:
              - { id: service, name: Service, categories: [contakt], restrictedUse: right }
              - { id: Sales, name: Sales }
            """);
        var mistakes = new MistakeList("shop/register.yaml");

        // act
        var register = new RegisterReader(_ => null).Read(folder.File("shop"), ["crm"], mistakes);

        // assert
        register.ShouldBeNull();
        mistakes.Found.Select(mistake => (mistake.Line, mistake.Message.Split('.')[0])).ShouldBe(
        [
            (7, "'contact' stands twice under 'categories'"),
            (2, "'name' is empty"),
            (3, "'businessId' is not a Finnish business id: seven digits, a hyphen and a check digit"),
            (9, "'categories' names the category 'contakt', which is not declared"),
            (9, "'restrictedUse' is 'right', but must be one of: none, storage, rights, legal-claims, consent, protection, public-interest"),
            (10, "'id' must be lower-case letters, digits and single hyphens, beginning with a letter"),
            (10, "'categories' is missing; write 'all' or a list of category ids"),
            (4, "'primarySource' names 'crn', but the folder has no crn"),
        ],
            ignoreOrder: true);
    }

    [Fact]
    public void Read_Should_KeepTheRegister_When_OnlyASourceItNamesIsNotThere()
    {
        var mistakes = new MistakeList("telecom/register.yaml");

        var register = new RegisterReader(_ => null).Read(FindConfig("telecom"), [.. TelecomSources.Where(source => source != "billing")], mistakes);

        register.ShouldNotBeNull();
        mistakes.Found.ShouldHaveSingleItem().Message.ShouldContain("no billing.yaml");
    }

    private static string FindConfig(string register) => RepositoryFiles.Path("connectors-config", register);
}
