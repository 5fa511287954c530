namespace PersonalDataHub.Hub.Disclosures;

/// <summary>One thing that forbids a disclosure.</summary>
/// <param name="Code">A stable code for programs, one of <see cref="DisclosureMistakes"/>.</param>
/// <param name="Message">What is wrong and how to mend it; no personal data.</param>
/// <param name="About">The field, ground, purpose or recipient it is about; null when about the whole.</param>
/// <param name="Statements">Ids of the statements of the register's notice behind it.</param>
public sealed record DisclosureMistake(string Code, string Message, string? About, IReadOnlyList<string> Statements);
