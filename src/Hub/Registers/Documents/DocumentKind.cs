namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>What is made from a pack.</summary>
internal enum DocumentKind
{
    /// <summary>The privacy notice (GDPR Art. 13 and 14).</summary>
    Notice,

    /// <summary>The record of processing activities (GDPR Art. 30(1)).</summary>
    Record,

    /// <summary>The register description of the Personal Data Act 523/1999 s. 10, for the time in which it was in force.</summary>
    Description,
}
