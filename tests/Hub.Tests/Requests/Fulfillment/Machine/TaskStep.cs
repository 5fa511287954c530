namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment.Machine;

/// <summary>One thing that happens.</summary>
/// <param name="Act">What.</param>
/// <param name="Who">Which worker, answer or kind of failure.</param>
/// <param name="What">Which source, task or lease.</param>
internal sealed record TaskStep(TaskAct Act, int Who, int What)
{
    public override string ToString() => $"{Act}({Who}, {What})";
}
