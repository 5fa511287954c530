namespace PersonalDataHub.Hub.Connectors;

/// <summary>Who looks after a source, where that is not the controller's contact.</summary>
/// <param name="Name">The role or company; no natural person needs to be named.</param>
/// <param name="Contact">An e-mail address, telephone number or web address; null when not stated.</param>
public sealed record SourceKeeper(string Name, string? Contact);
