using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.ContactForm;

/// <summary>What a folder of messages holds.</summary>
internal static class ContactFormDescriptor
{
    public const string Message = "contactMessage";

    public static SourceDescriptor For(ContactFormSettings settings) => new()
    {
        RecordTypes = [MessageType(settings)],
        Accepts = [new(IdentityKinds.Email)],
        Abilities =
        [
            new() { Ability = Ability.Media, Mode = AbilityMode.Native, RecordTypes = [Message] },
            new() { Ability = Ability.Facts, Mode = AbilityMode.Emulated, RecordTypes = [Message] },
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Manual, RecordTypes = [Message] },
            new() { Ability = Ability.Restriction, Mode = AbilityMode.Emulated, RecordTypes = [Message] },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Native, RecordTypes = [Message] },
        ],
        Facts = [FactKinds.LastContact],
    };

    private static RecordType MessageType(ContactFormSettings settings) => new()
    {
        Name = Message,
        PluralName = "contactMessages",
        Description = "A message that arrived through the contact form or by e-mail.",
        Category = settings.Category,
        Origin = DataOrigin.Provided,
        Fields =
        [
            Field("receivedAt", FieldKind.Instant, "When it arrived."),
            Field("subject", FieldKind.Text, "Its subject."),
            Field("body", FieldKind.Text, "What the sender wrote, without attachments and formatting."),
            Field("senderName", FieldKind.Text, "The name that the sender gave."),
            Field("senderAddress", FieldKind.Text, "The address that it was sent from.") with { IdentityKind = IdentityKinds.Email },
            Field("replyToAddress", FieldKind.Text, "The address that an answer is to go to, where it is another.") with { IdentityKind = IdentityKinds.Email },
            Field("answerable", FieldKind.Boolean, "Whether it can be answered: false when no usable address is named."),
            Field("original", FieldKind.Media, "The whole message as it arrived, attachments included."),
        ],
    };

    private static RecordField Field(string name, FieldKind kind, string description) =>
        new() { Name = name, Kind = kind, Description = description };
}
