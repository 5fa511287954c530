using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Plans the erasure of whole records by what the real source says that it would do.</summary>
internal sealed class WholeRecordPlanning(SourceInvoker invoker)
{
    public async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register, SourceFile file, RequestContent content, IReadOnlyList<ErasureBlocker> blockers, CancellationToken cancellationToken)
    {
        IReadOnlyList<RecordTarget> targets = [.. file.Records.Select(record => new RecordTarget(record.RecordType, record.Key))];
        if (content is not ErasureContent)
        {
            return [.. targets.Select(target => new PlannedItem { Target = target, Fate = Fate.Restrict })];
        }

        var call = await invoker.PreviewErasureAsync(
            file.Source, new() { Task = new(Guid.NewGuid(), 0), Identities = file.Identities, Targets = targets }, cancellationToken);
        return call.Answered
            ? [.. targets.Zip(call.Value.Items, Item)]
            : throw new ShareNotPlannedException(call.Failure);
    }

    private static PlannedItem Item(RecordTarget target, WriteItem preview) => preview switch
    {
        WriteRetained kept => new() { Target = target, Fate = Fate.Retain, Reason = kept.Ground, Until = kept.Until, LiftedBy = kept.LiftedBy },
        WriteManual manual => new() { Target = target, Fate = Fate.Manual, Reason = manual.Instruction },
        _ => new() { Target = target, Fate = Fate.Erase },
    };
}
