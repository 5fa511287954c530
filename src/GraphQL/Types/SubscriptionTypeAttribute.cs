namespace PersonalDataHub.GraphQL.Types;

/// <summary>
/// Puts the static methods of a static class on the subscription type. A method returns <see cref="IAsyncEnumerable{T}"/>, or a task of one; each
/// item is an event and the value of the field, which is of type <c>T</c>. Parameters are bound as on queries.
/// </summary>
/// <remarks>The cancellation token ends when the client leaves or the server stops; the stream is then disposed of, so that <c>finally</c> runs.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
