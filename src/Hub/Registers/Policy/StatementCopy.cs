namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Another place of the notice that says the same thing once more.</summary>
/// <param name="Heading">The part of the notice it stands in.</param>
/// <param name="Text">What it says there; null when it says the same in the same words.</param>
public sealed record StatementCopy(NoticeHeading Heading, LocalText? Text);
