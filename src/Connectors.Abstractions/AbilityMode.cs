namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Who does what an ability promises.</summary>
public enum AbilityMode
{
    /// <summary>The source has an operation for it.</summary>
    Native,

    /// <summary>The connector does it with other operations of the source.</summary>
    Emulated,

    /// <summary>A person does it, following the connector's instruction.</summary>
    Manual,
}
