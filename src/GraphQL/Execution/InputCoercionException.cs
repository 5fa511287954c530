using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A given value does not fit its type.</summary>
/// <param name="place">Where below the argument or variable, such as <c>.header.channel</c>.</param>
/// <param name="reason">What is needed, without the value.</param>
/// <param name="location">Where in the document the value stands; null for a value of JSON, or one that is not given.</param>
internal sealed class InputCoercionException(string place, string reason, Location? location = null) : Exception(reason)
{
    public string Place { get; } = place;

    public string Reason { get; } = reason;

    public Location? Location { get; } = location;
}
