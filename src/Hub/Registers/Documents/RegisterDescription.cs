namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>The register description that the Personal Data Act 523/1999 s. 10 asked for, with its items alone.</summary>
internal static class RegisterDescription
{
    /// <param name="register">The register.</param>
    /// <param name="language"><c>fi</c> or <c>en</c>.</param>
    public static PolicyDocument Write(Register register, string language)
    {
        var phrases = new PackPhrases(language);
        var shared = new PackSections(register, phrases);
        DocumentSection[] sections =
        [
            shared.Controller(), shared.Contacts(), shared.Purposes(), shared.Categories(), shared.Recipients(), shared.Transfers(), shared.Protection(),
        ];
        var title = $"{phrases.Say("Rekisteriseloste", "Register description")}: {phrases.Say(register.Names)}";
        return new(language, title, [.. sections.Where(section => section.Blocks.Count > 0)]);
    }
}
