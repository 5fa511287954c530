namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What a part of a privacy notice is about, whatever its heading is called.</summary>
public enum NoticeHeading
{
    /// <summary>Title, date and version.</summary>
    Version,

    /// <summary>Who decides (Art. 13(1)(a)).</summary>
    Controller,

    /// <summary>Data protection officer or contact person (Art. 13(1)(b)).</summary>
    Contact,

    /// <summary>The register's name.</summary>
    RegisterName,

    /// <summary>Purposes and legal bases (Art. 13(1)(c)).</summary>
    Purposes,

    /// <summary>The legitimate interest (Art. 13(1)(d)).</summary>
    LegitimateInterest,

    /// <summary>Whether giving the data is required (Art. 13(2)(e)).</summary>
    Provision,

    /// <summary>Categories of data (Art. 14(1)(d)).</summary>
    DataContents,

    /// <summary>Where the data is from (Art. 14(2)(f)).</summary>
    Sources,

    /// <summary>Recipients and disclosures (Art. 13(1)(e)).</summary>
    Recipients,

    /// <summary>Transfers to third countries (Art. 13(1)(f)).</summary>
    Transfers,

    /// <summary>How long data stays (Art. 13(2)(a)).</summary>
    Retention,

    /// <summary>How the register is protected (Art. 32).</summary>
    Protection,

    /// <summary>Consent (Art. 7).</summary>
    Consent,

    /// <summary>Profiling and automated decisions (Art. 13(2)(f), 22).</summary>
    Profiling,

    /// <summary>The right of access (Art. 15).</summary>
    Access,

    /// <summary>The right to rectification (Art. 16).</summary>
    Rectification,

    /// <summary>The right to erasure (Art. 17).</summary>
    Erasure,

    /// <summary>The right to restriction (Art. 18).</summary>
    Restriction,

    /// <summary>The right to portability (Art. 20).</summary>
    Portability,

    /// <summary>The right to object, prohibitions of marketing (Art. 21).</summary>
    Objection,

    /// <summary>Withdrawal of consent (Art. 7(3)).</summary>
    Withdrawal,

    /// <summary>Complaint to the supervisory authority (Art. 77).</summary>
    Complaint,

    /// <summary>Cookies and web analytics (Act 917/2014 s. 205).</summary>
    Cookies,

    /// <summary>How to make a request (Art. 12).</summary>
    Requests,
}
