using PersonalDataHub.Connectors.ContactForm.Maildir;

namespace PersonalDataHub.Connectors.ContactForm.Index;

/// <summary>One message of a person.</summary>
/// <param name="Key">What the hub knows it by.</param>
/// <param name="At">When it was received, Unix seconds.</param>
/// <param name="Copies">Its files, in one or several folders.</param>
/// <param name="FoundBy">The positions of the identities that found it.</param>
internal sealed record FoundMessage(string Key, long At, IReadOnlyList<MaildirFile> Copies, IReadOnlyList<int> FoundBy)
{
    public override string ToString() => nameof(FoundMessage);
}
