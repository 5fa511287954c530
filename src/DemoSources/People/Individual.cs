namespace PersonalDataHub.DemoSources.People;

/// <summary>An artificial person as they are, before any system writes them down in its own way.</summary>
internal sealed record Individual
{
    /// <summary>The person's place in the register, counted from 1.</summary>
    public required int Place { get; init; }

    public required Who Who { get; init; }

    public required Home Home { get; init; }

    public required string Email { get; init; }

    /// <summary>When the person became a customer.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When somebody last dealt with the person.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    public string Id => Who.CustomerId;
}
