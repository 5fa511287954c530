using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Database;

/// <summary>Finds every mistake in the settings of a database that declares its own record types.</summary>
public sealed class DatabaseSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings) => SqlConnector.Validate(settings, SqlMeaning.Open);
}
