namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks whether a source is fit to be used. Has no content yet.</summary>
public sealed record CheckRequest;
