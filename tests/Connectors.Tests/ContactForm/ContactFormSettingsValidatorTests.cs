using PersonalDataHub.Connectors.ContactForm;

namespace PersonalDataHub.Connectors.Tests.ContactForm;

public sealed class ContactFormSettingsValidatorTests : IDisposable
{
    private readonly Mailroom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public void Validate_Should_FindNothing_When_TheSettingsAreWhole() => new ContactFormSettingsValidator().Validate(room.Settings()).ShouldBeEmpty();

    [Fact]
    public void Validate_Should_ListEveryMistake_When_ThereAreSeveral()
    {
        var settings = SettingsYaml.Read("{ ownAddresses: [form], timeZone: Mars/Base, restrictedFolder: a.b, colour: red }");

        new ContactFormSettingsValidator().Validate(room.Settings() with { Settings = settings }).Select(mistake => mistake.Path).Order(StringComparer.Ordinal)
            .ShouldBe(["category", "colour", "folder", "ownAddresses", "restrictedFolder", "timeZone"]);
    }

    [Fact]
    public void Schema_Should_NameEverySettingThatThereIs_When_Shipped() =>
        SettingsSchema.ShouldName("contact-form.schema.json", new ContactFormSettingsValidator(), room.Settings());
}
