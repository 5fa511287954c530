namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>A heading and what stands under it.</summary>
internal sealed record DocumentSection(string Heading, IReadOnlyList<DocumentBlock> Blocks);
