namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>Something that a notice names, proposed for a policy pack.</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Line">The line of the notice it came from, from 1.</param>
internal sealed record Proposal(string Id, Policy.LocalText Name, int Line);
