using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Divides what a source holds of a person into what stays or goes together by the register's retention rules.</summary>
internal interface IDueDivision
{
    /// <summary>
    /// All of it: a record as a whole where all of its fields are due or none is, else each field that holds something.
    /// </summary>
    Task<IReadOnlyList<RecordTarget>> OfAsync(Register register, SourceFile file, CancellationToken cancellationToken);
}
