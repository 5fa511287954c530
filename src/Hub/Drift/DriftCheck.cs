using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Drift.Rules;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Drift;

/// <summary>Finds where a register's notice and its sources have drifted apart.</summary>
internal sealed class DriftCheck(HubDirectories directories)
{
    /// <summary>Every rule there is.</summary>
    public static IReadOnlyList<IDriftRule> Rules { get; } =
    [
        new CategoryDrift(),
        new BasisDrift(),
        new IdentityCodeDrift(),
        new TransferDrift(),
        new AgreementDrift(),
        new RetentionDrift(),
        new RightsDrift(),
        new FactDrift(),
        new FieldDrift(),
        new KnowledgeDrift(),
    ];

    /// <summary>The findings of a register of the catalog, by kind and subject, each with file and line.</summary>
    public IReadOnlyList<DriftFinding> Of(ConnectorCatalog catalog, Register register)
    {
        var places = new ConfigurationPlaces(Path.Combine(directories.ConfigDirectory, register.Id));
        return [.. Find(new(register, [.. catalog.SourcesOf(register.Id)]), Rules).Select(places.Locate)];
    }

    /// <summary>The findings of some rules, by kind and subject.</summary>
    public static IEnumerable<DriftFinding> Find(DriftSubject subject, IEnumerable<IDriftRule> rules) => rules
        .SelectMany(rule => rule.Find(subject))
        .DistinctBy(finding => (finding.Kind, finding.Subject))
        .OrderBy(finding => finding.Kind)
        .ThenBy(finding => finding.Subject, StringComparer.Ordinal);
}
