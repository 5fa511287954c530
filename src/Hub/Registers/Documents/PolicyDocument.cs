namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>A document made from a policy pack.</summary>
/// <param name="Language"><c>fi</c> or <c>en</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">In order.</param>
internal sealed record PolicyDocument(string Language, string Title, IReadOnlyList<DocumentSection> Sections);
