using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Something beside the source itself that keeps data from being erased, such as a restriction that the person asked for.</summary>
internal interface IErasureHindrance
{
    /// <summary>What keeps each target, in the targets' order; null where nothing does.</summary>
    Task<IReadOnlyList<ErasureHindrance?>> OfAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken);
}
