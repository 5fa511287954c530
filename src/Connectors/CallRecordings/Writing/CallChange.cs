namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>A call detail record and what is to stand in its place.</summary>
internal sealed record CallChange(HeldCall Call, byte[] Line)
{
    public override string ToString() => nameof(CallChange);
}
