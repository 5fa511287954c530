namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Permissions and prohibitions of marketing (GDPR Art. 21(2), Act 917/2014 ch. 24).</summary>
public sealed record MarketingRules
{
    /// <summary>The channels.</summary>
    public IReadOnlyList<MarketingChannel> Channels { get; init; } = [];

    /// <summary>Ids of the purposes that permissions and prohibitions are kept for.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Id of the purpose under which service messages go, whatever marketing is forbidden; null for none.</summary>
    public string? ServiceMessages { get; init; }

    /// <summary>Id of the purpose of lists and labels; null where nothing is published.</summary>
    public string? Publication { get; init; }

    /// <summary>Ways in which a prohibition may come, such as <c>service-point</c>, <c>email</c>, <c>contact-person</c>.</summary>
    public IReadOnlyList<string> Intake { get; init; } = [];

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
