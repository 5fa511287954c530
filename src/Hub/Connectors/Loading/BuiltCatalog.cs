using PersonalDataHub.Hub.Connectors.Configuration;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>A catalog made from what the folders held.</summary>
/// <param name="Generation">The catalog, held once for the caller.</param>
/// <param name="Configuration">The configuration it was made from.</param>
/// <param name="Kept">The registers and sources that stay as they were because of a mistake in the configuration.</param>
internal sealed record BuiltCatalog(CatalogGeneration Generation, HubConfiguration Configuration, IReadOnlyList<string> Kept);
