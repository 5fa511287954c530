namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>A folder whose files a source changes.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Setting">The setting that names it, for messages.</param>
internal sealed record WrittenFolder(string Path, string Setting);
