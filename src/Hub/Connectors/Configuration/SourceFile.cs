using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>A source's configuration file, read without mistakes.</summary>
internal sealed record SourceFile
{
    public required string Register { get; init; }

    public required string Id { get; init; }

    public required string Connector { get; init; }

    public required string Name { get; init; }

    public required bool Enabled { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required int Concurrency { get; init; }

    public required BreakerSettings Breaker { get; init; }

    public required Stewardship Stewardship { get; init; }

    public required SettingsMap Settings { get; init; }

    /// <summary>Says where a mistake in the settings stands.</summary>
    public required SettingsPositions Positions { get; init; }

    /// <summary>Why the source's data may not lie where it does, by the register's rule for transfers; null when it may.</summary>
    public ConfigurationMistake? TransferMistake(TransferRule? rule) =>
        Stewardship.Country is { } country
        && TransferCheck.Of(
            rule, country, Stewardship.TransferMechanism, Stewardship.TransferReason is not null, "transferMechanism", "transferReason") is { } message
            ? Positions.Locate(SettingsPositions.Country, message)
            : null;

    /// <summary>A mistake at the line that names the connector: about the plugin, not about its settings.</summary>
    public ConfigurationMistake ConnectorMistake(string message) => Positions.Locate(SettingsPositions.Connector, message);
}
