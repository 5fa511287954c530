using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;

namespace PersonalDataHub.Connectors.Crm;

/// <summary>Finds every mistake in the settings of a customer relationship database.</summary>
public sealed class CrmSettingsValidator : ISettingsValidator
{
    /// <inheritdoc/>
    public IReadOnlyList<SettingsMistake> Validate(SourceSettings settings) => SqlConnector.Validate(settings, CrmMeaning.Value);
}
