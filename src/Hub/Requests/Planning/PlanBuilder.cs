using System.Buffers.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Makes a request's plan: what every source of the register will do, or why it is not asked.</summary>
internal sealed class PlanBuilder(
    SharePlanner shares,
    RectificationCheck rectification,
    ScopeSelection selection,
    LiftShare lift,
    NotAskedReasons reasons,
    PlanHash hash,
    KnownIdentityKinds kinds,
    BlindIndex blinds,
    TimeProvider clock)
{
    private const int MarkLength = 16;

    /// <summary>Plans; reads nothing anew but what erasing would do, and changes nothing.</summary>
    /// <param name="register">The register.</param>
    /// <param name="file">What the sources hold.</param>
    /// <param name="content">What is asked.</param>
    /// <param name="blockers">How the register's erasure blockers stand for the person; none but for an erasure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RequestException">It cannot be done as asked, for all the reasons told at once.</exception>
    public async Task<DraftPlan> BuildAsync(
        Register register,
        RegistrantFile file,
        RequestContent content,
        IReadOnlyList<ErasureBlocker> blockers,
        CancellationToken cancellationToken)
    {
        var mistakes = await MistakesOfAsync(register, file, content, cancellationToken).ConfigureAwait(false);
        if (mistakes.Count > 0)
        {
            throw new RequestException(mistakes);
        }

        var planned = await Task.WhenAll(file.Sources.Select(source => ShareOfAsync(register, file, source, content, blockers, cancellationToken))).ConfigureAwait(false);
        var working = planned.Where(share => share.HasTask).ToList();

        // What only the hub withheld is lifted without asking any source.
        if (working.Count == 0 && content is not RestrictionLiftContent)
        {
            throw new RequestException(RequestMistakes.NothingHeld, "No source holds anything of this person that this is about; nothing is to be done.");
        }

        var corrected = planned.SelectMany(share => share.Items.Select(item => (share.File, item))).ToList();
        var order = new FeedOrder([.. file.Sources.Select(source => source.Source)]);
        IReadOnlyList<PlannedTask> tasks = [.. working.Select(share => new PlannedTask
        {
            Source = share.File.Source.Id,
            Identities = share.File.Identities,
            Items = share.Items,
            After = order.Before(share.File.Source.Id, working.Select(other => other.File.Source.Id)),
            NotReached = share.NotReached is not null,
        })];
        IReadOnlyList<SourceNotReached> notReached =
            [.. working.Where(share => share.NotReached is not null).Select(share => new SourceNotReached(share.File.Source.Id, share.NotReached!))];
        IReadOnlyList<UndecidedCandidate> undecided = [.. file.Candidates.Select(Undecided).DistinctBy(candidate => candidate.Mark)];
        var under = NoticeInForce.Of(register, clock.GetUtcNow());
        var plan = new Plan
        {
            Hash = hash.Of(register.Id, file.Registrant.Id, content.Kind, tasks, notReached, undecided),
            PackVersion = under.PackVersion,
            Notice = under.Notice,
            Items = [.. tasks.SelectMany(task => PlanItems.Of(task))],
            NotAsked = [.. planned.Where(share => !share.HasTask).Select(share =>
                new SourceNotAsked(share.File.Source.Id, reasons.Of(file, share.File, content, corrected)))],
            NotReached = notReached,
            Undecided = undecided,
            Blockers = blockers,
        };
        return new(plan, tasks);
    }

    private async Task<IReadOnlyList<RequestMistake>> MistakesOfAsync(
        Register register, RegistrantFile file, RequestContent content, CancellationToken cancellationToken) => content switch
    {
        RectificationContent correct => rectification.MistakesOf(register, file, correct),
        RestrictionContent restrict => [.. selection.MistakesOf(register, file, restrict.Scope)],
        ErasureContent erase => [.. selection.MistakesOf(register, file, erase.Scope)],
        RestrictionLiftContent end when !await lift.IsInForceAsync(register, end.Restriction, cancellationToken).ConfigureAwait(false) =>
            [new(RequestMistakes.UnknownScope, "No restriction of this request is in force in the register.", end.Restriction.ToString())],
        _ => [],
    };

    private async Task<PlannedShare> ShareOfAsync(
        Register register,
        RegistrantFile whole,
        SourceFile file,
        RequestContent content,
        IReadOnlyList<ErasureBlocker> blockers,
        CancellationToken cancellationToken)
    {
        if (!file.Reached)
        {
            var named = content is RectificationContent
                ? await shares.PlanAsync(register, file, content, blockers, cancellationToken).ConfigureAwait(false)
                : [];
            return named.Count > 0 || (file.Identities.Count > 0 && MayHold(register, file, content))
                ? new(file, named, file.Failure?.Message ?? "It did not answer.")
                : new(file, [], UntoldOf(register, whole, file, content));
        }

        try
        {
            var share = await PlanAsync(register, file, content, blockers, cancellationToken).ConfigureAwait(false);
            return new(file, share, share.Count == 0 && file.Records.Count == 0 ? UntoldOf(register, whole, file, content) : null);
        }
        catch (ShareNotPlannedException exception)
        {
            return new(file, [], exception.Failure.Message);
        }
    }

    // A source that was read a moment ago and fails in passing is asked once more, as reading it does.
    private async Task<IReadOnlyList<PlannedItem>> PlanAsync(
        Register register, SourceFile file, RequestContent content, IReadOnlyList<ErasureBlocker> blockers, CancellationToken cancellationToken)
    {
        try
        {
            return await shares.PlanAsync(register, file, content, blockers, cancellationToken).ConfigureAwait(false);
        }
        catch (ShareNotPlannedException passing) when (passing.Failure.Kind == FailureKind.Transient)
        {
            return await shares.PlanAsync(register, file, content, blockers, cancellationToken).ConfigureAwait(false);
        }
    }

    private string? UntoldOf(Register register, RegistrantFile whole, SourceFile file, RequestContent content) =>
        MayHold(register, file, content) ? UntoldIdentities.ReasonOf(whole, file, kinds) : null;

    private bool MayHold(Register register, SourceFile file, RequestContent content) => content switch
    {
        RestrictionContent restrict => selection.MayTakeIn(register, file.Source, restrict.Scope),
        ErasureContent erase => selection.MayTakeIn(register, file.Source, erase.Scope),
        RestrictionLiftContent => true,
        _ => false,
    };

    private UndecidedCandidate Undecided(Candidate candidate) => new(
        candidate.Source.Id,
        candidate.Kind,
        candidate.SharedKinds,
        Base64Url.EncodeToString(blinds.Of("candidate", candidate.Source.Id, candidate.Id).AsSpan(0, MarkLength)));
}
