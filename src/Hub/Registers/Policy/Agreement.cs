namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>The contract with a recipient (GDPR Art. 28(3)).</summary>
/// <param name="Reference">What the contract is filed under.</param>
/// <param name="SignedOn">When it was signed.</param>
public sealed record Agreement(string Reference, DateOnly SignedOn);
