namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>A line of the manifest.</summary>
/// <param name="Call">The call's key.</param>
/// <param name="Recording">The recording's place below the source's folder, where it goes back to; empty when there is none.</param>
/// <param name="At">When.</param>
/// <param name="Task">The task that asked for it.</param>
/// <param name="Restricted">True from here on, or no longer.</param>
internal sealed record RestrictionEntry(string Call, string Recording, DateTimeOffset At, Guid Task, bool Restricted)
{
    public override string ToString() => nameof(RestrictionEntry);
}
