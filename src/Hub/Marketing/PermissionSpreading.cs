using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Carries a decision to every source that keeps it, as a rectification that is tried until it is done.</summary>
internal sealed class PermissionSpreading(RequestIntake intake, RecordSeal seal, TimeProvider clock)
{
    /// <summary>Starts it; what became of it at each source that knows the person.</summary>
    public async Task<IReadOnlyList<PermissionPropagation>> SpreadAsync(
        Register register, FoundRegistrant found, PermissionEvent decision, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        var (flags, missing) = decision.Use == PermissionUse.Processing
            ? await SourcePermissions.ReadAsync(register, found, cancellationToken).ConfigureAwait(false)
            : ([], []);
        var about = flags.Where(flag => flag.IsAbout(decision.Purpose, decision.Channel)).ToList();
        var allowed = decision.Decision == PermissionDecision.Given;
        var differing = about.Where(flag => flag.Allowed != allowed && CanWrite(flag.Source)).ToList();
        var request = differing.Count > 0
            ? await RequestAsync(register, found, decision, differing, allowed, purpose, caller, cancellationToken).ConfigureAwait(false)
            : (Guid?)null;
        return
        [
            .. found.Sources.Where(source => found.Match.IdentitiesAt(source).Count > 0).Select(source =>
                missing.Contains(source.Id) ? new PermissionPropagation(source.Id, PropagationOutcome.NotReached, null)
                : differing.Exists(flag => flag.Source.Id == source.Id) ? new(source.Id, PropagationOutcome.Propagating, request)
                : about.Exists(flag => flag.Source.Id == source.Id && flag.Allowed == allowed) ? new(source.Id, PropagationOutcome.Agrees, null)
                : new(source.Id, PropagationOutcome.HubEnforcedOnly, null)),
        ];
    }

    private static bool CanWrite(Source source) => source.Supports(Ability.Rectification, SourceFlag.RecordTypeName);

    private async Task<Guid> RequestAsync(
        Register register,
        FoundRegistrant found,
        PermissionEvent decision,
        List<SourceFlag> differing,
        bool allowed,
        string purpose,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var header = new RequestHeader
        {
            Register = register.Id,
            ClientRequestKey = $"permission-{decision.Id}",
            Registrant = new RegistrantKey.ById(found.Known.Id),
            ReceivedAt = clock.GetUtcNow(),
            Channel = Channel.Internal,
            Purpose = purpose,
        };
        var correction = new Correction
        {
            Targets = [.. differing.Select(flag => new CorrectionTarget(
                seal.Ref(flag.Source, flag.Target), seal.Tag(flag.Source, flag.Target, new BooleanValue(flag.Allowed))))],
            Defect = Defect.Outdated,
            NewValue = new BooleanValue(allowed),
            Ground = "The person has decided so (GDPR Art. 7(3), 21(2)).",
        };
        return (await intake.SubmitAsync(header, new RectificationContent([correction]), caller, cancellationToken).ConfigureAwait(false)).Id;
    }
}
