using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Makes plans.</summary>
internal interface IRequestPlanner
{
    /// <summary>What has to be done for what is asked, by what the sources hold now.</summary>
    /// <exception cref="RequestException">It cannot be done as asked; every reason.</exception>
    Task<DraftPlan> BuildAsync(Register register, RegistrantFile file, RequestContent content, CancellationToken cancellationToken);

    /// <summary>In which respects two plans differ, in words without personal data.</summary>
    IReadOnlyList<string> Differences(Plan approved, Plan now);
}
