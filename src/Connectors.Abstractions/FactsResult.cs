namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Facts about one person, one per name asked, in the same order.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="AsOf">The moment they are true of.</param>
public sealed record FactsResult(IReadOnlyList<SourceFact> Facts, DateTimeOffset AsOf);

/// <summary>One fact.</summary>
/// <param name="Name">One of <see cref="FactKinds"/> or the source's own.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Count">How many things make it hold, such as open invoices.</param>
/// <param name="At">
/// The moment that matters: latest contact, end of contract, last due date. Of a contract that is over, the day on which it ended.
/// </param>
public sealed record SourceFact(string Name, bool Holds, int Count, DateTimeOffset? At);
