namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What a purpose is in law's eyes: what may be objected to, and which exceptions hold, follows from it.</summary>
public enum PurposeNature
{
    /// <summary>Looking after customers and their service.</summary>
    CustomerWork,

    /// <summary>Invoicing and collection.</summary>
    Invoicing,

    /// <summary>Direct advertising and other direct marketing (Art. 21(2)).</summary>
    DirectMarketing,

    /// <summary>Distance selling.</summary>
    DistanceSelling,

    /// <summary>Market research.</summary>
    MarketResearch,

    /// <summary>Opinion research.</summary>
    OpinionResearch,

    /// <summary>Targeting of advertising.</summary>
    AdTargeting,

    /// <summary>Scientific or historical research (Art. 89).</summary>
    Research,

    /// <summary>Statistics, reporting and development of the business.</summary>
    Statistics,

    /// <summary>Profiling (Art. 4(4)).</summary>
    Profiling,

    /// <summary>Publication, such as a list or address labels.</summary>
    Publication,

    /// <summary>Security and technical operation of services.</summary>
    Security,

    /// <summary>Proof, defence and safety.</summary>
    Proof,

    /// <summary>Training of staff and quality of service.</summary>
    Training,

    /// <summary>The rights of the persons themselves.</summary>
    Rights,
}
