namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A given value does not fit its type.</summary>
/// <param name="place">Where below the argument or variable, such as <c>.header.channel</c>.</param>
/// <param name="reason">What is needed, without the value.</param>
internal sealed class InputCoercionException(string place, string reason) : Exception(reason)
{
    public string Place { get; } = place;

    public string Reason { get; } = reason;
}
