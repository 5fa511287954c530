namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What holds for web data.</summary>
public sealed record WebRules
{
    /// <summary>Whether the notice says anything of web data; where it does not, sources decide alone about joining.</summary>
    public bool Declared { get; init; }

    /// <summary>Ids of sources that hold aggregates only: joining them to a person is refused.</summary>
    public IReadOnlyList<string> AggregateOnly { get; init; } = [];

    /// <summary>When web data may be joined to a person.</summary>
    public WebJoin Join { get; init; }

    /// <summary>What may make a cookie a person, such as <c>form</c>, <c>login</c>, <c>invitation-link</c>.</summary>
    public IReadOnlyList<string> JoinReasons { get; init; } = [];

    /// <summary>Whether data that a visitor removed alone is expected to be missing.</summary>
    public bool MayVanish { get; init; }

    /// <summary>What cookies are, for letters and notices; null where none are used.</summary>
    public LocalText? CookieText { get; init; }

    /// <summary>What blocking them does to the service; null where nothing is said.</summary>
    public LocalText? BlockingText { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
