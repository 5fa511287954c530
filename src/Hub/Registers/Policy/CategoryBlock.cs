namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A group of categories, such as basic data: the view is grouped so.</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Name">What the notice calls it.</param>
public sealed record CategoryBlock(string Id, LocalText Name);
