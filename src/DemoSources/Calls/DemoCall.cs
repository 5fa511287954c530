namespace PersonalDataHub.DemoSources.Calls;

/// <summary>One call between a customer and the customer service.</summary>
/// <param name="Start">When it began to ring, in UTC.</param>
/// <param name="Incoming">True when the customer called.</param>
/// <param name="Number">The customer's number as the exchange saw it: national or international.</param>
/// <param name="CustomerId">Empty when the caller was not identified.</param>
/// <param name="Agent">The extension of the person who answered or called.</param>
/// <param name="RingSeconds">Seconds until it was answered or given up.</param>
/// <param name="TalkSeconds">Seconds of talk; 0 when nobody answered.</param>
internal sealed record DemoCall(
    DateTimeOffset Start, bool Incoming, string Number, string CustomerId, int Agent, int RingSeconds, int TalkSeconds)
{
    public bool Answered => TalkSeconds > 0;
}
