namespace PersonalDataHub.Hub.Connectors;

/// <summary>Something that a registrant can set outside the controller: an account's settings, an opt-out add-on.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Its absolute web address.</param>
public sealed record ExternalControl(string Name, string Url);
