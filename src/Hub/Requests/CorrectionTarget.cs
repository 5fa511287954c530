namespace PersonalDataHub.Hub.Requests;

/// <summary>A value to correct, as it was when somebody looked at it.</summary>
/// <param name="Ref">The value's reference.</param>
/// <param name="ExpectedTag">Its tag then; another tag now means that somebody has changed it since.</param>
public sealed record CorrectionTarget(string Ref, string ExpectedTag);
