namespace PersonalDataHub.PersonView;

/// <summary>A recorded call, as the call centre has it.</summary>
public sealed record Call(string Recording, DateTimeOffset StartedAt, int Seconds, CallDirection Direction, string Topic, string? Agent);
