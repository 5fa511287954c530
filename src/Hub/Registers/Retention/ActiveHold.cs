namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>A legal hold that covers the data asked about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Until">The last day it holds; null until somebody lifts it.</param>
public sealed record ActiveHold(Guid Id, DateOnly? Until);
