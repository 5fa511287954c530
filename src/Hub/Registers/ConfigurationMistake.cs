namespace PersonalDataHub.Hub.Registers;

/// <summary>One mistake in the configuration, for the person who edits it. Never carries a secret's value.</summary>
/// <param name="File">The file, relative to the configuration or plugins folder.</param>
/// <param name="Line">The line, from 1; 0 when the mistake is about the file as a whole.</param>
/// <param name="Column">The column, from 1; 0 likewise.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ConfigurationMistake(string File, int Line, int Column, string Message)
{
    /// <summary>In the form editors and terminals make a link of: <c>telecom/crm.yaml:4:3: message</c>.</summary>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
