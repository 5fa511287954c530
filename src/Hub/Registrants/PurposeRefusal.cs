namespace PersonalDataHub.Hub.Registrants;

/// <summary>Why data is not read for a purpose.</summary>
/// <param name="Code">A stable code for programs.</param>
/// <param name="Message">What stands against it; no personal data.</param>
internal sealed record PurposeRefusal(string Code, string Message);
