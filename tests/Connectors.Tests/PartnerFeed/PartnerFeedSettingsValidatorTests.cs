using PersonalDataHub.Connectors.PartnerFeed;

namespace PersonalDataHub.Connectors.Tests.PartnerFeed;

public sealed class PartnerFeedSettingsValidatorTests : IDisposable
{
    private readonly Partner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    public void Validate_Should_FindNothing_When_TheSettingsAreWhole() => new PartnerFeedSettingsValidator().Validate(partner.Settings()).ShouldBeEmpty();

    [Fact]
    public void Validate_Should_ListEveryMistake_When_ThereAreSeveral()
    {
        // arrange
        var settings = SettingsYaml.Read("""
            files: updates.csv
            dateFormat: yy
            deliveries: sometimes
            partner: { name: x, telephone: "1" }
            recordType: { name: Address Update, plural: updates, origin: guessed }
            identities: [{ kind: email }, text]
            fields:
              Family-Name: { column: a, description: b }
              address: { kind: postalAddress, description: c, columns: { planet: d } }
              when: { kind: media, column: e, description: f, colour: red }
            freshness: P9Y
            """);

        // act
        var mistakes = new PartnerFeedSettingsValidator().Validate(partner.Settings() with { Settings = settings });

        // assert
        mistakes.Select(mistake => mistake.Path).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "category", "dateFormat", "deliveries", "fields/Family-Name", "fields/address/columns", "fields/address/columns/planet", "fields/when/colour",
            "fields/when/kind", "files", "folder", "freshness", "identities/0/column", "identities/1", "identities/1/column", "identities/1/kind", "key",
            "partner/contact", "partner/telephone", "recordType/description", "recordType/name", "recordType/origin",
        ]);
    }

    [Fact]
    public void Schema_Should_NameEverySettingThatThereIs_When_Shipped() =>
        SettingsSchema.ShouldName("partner-feed.schema.json", new PartnerFeedSettingsValidator(), partner.Settings(), "partner", "recordType");
}
