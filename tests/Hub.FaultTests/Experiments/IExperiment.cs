using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>One experiment: what it injects, what it expects, and what becomes of it without the protection.</summary>
internal interface IExperiment
{
    /// <summary>Its id, such as <c>F1</c>.</summary>
    string Id { get; }

    /// <summary>What happens, in a few words for the table of results.</summary>
    string Title { get; }

    /// <summary>Which protection the control takes away.</summary>
    string ControlTitle { get; }

    /// <summary>Runs it to its end and checks what is left.</summary>
    Task<Outcome> RunAsync(ExperimentSettings settings);
}
