namespace PersonalDataHub.Hub.Marketing;

/// <summary>One thing that stands against an order of this room.</summary>
/// <param name="Code">A stable code for programs.</param>
/// <param name="Message">What is wrong and how to mend it; no personal data.</param>
/// <param name="About">The purpose, channel or argument it is about; null when about the whole.</param>
/// <param name="Statements">Ids of the statements of the register's notice behind it.</param>
public sealed record PermissionMistake(string Code, string Message, string? About, IReadOnlyList<string> Statements);
