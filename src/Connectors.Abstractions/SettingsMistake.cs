namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>One mistake in a source's settings; the hub adds file and line.</summary>
/// <param name="Path">Where, as keys and list positions below <c>settings</c>: <c>tables/contact/columns/0</c>. Empty for the whole.</param>
/// <param name="Message">What is wrong and how to mend it, for the person who edits the file; never a secret's value.</param>
public sealed record SettingsMistake(string Path, string Message);
