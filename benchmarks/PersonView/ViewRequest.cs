namespace PersonalDataHub.PersonView;

/// <summary>The body that asks the hand-written contenders for a person.</summary>
public sealed record ViewRequest(string Id);
